"""quickdesk: quick replies for e-commerce customer-service agents, beside any chat client."""

__version__ = "0.1.0"
