"""The searches on threads of their own, and the maintenance of their indexes."""
