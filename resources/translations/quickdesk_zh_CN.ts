<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>Quick replies for customer-service agents. Without a command: start the program, or show the palette of the one that runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data folder (default: QUICKDESK_HOME, else the user&apos;s own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print JSON instead of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the palette of the running program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the palette, or close it where it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch the hotkey off for a while, or on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end the running program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list all replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a reply to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring a reply back from the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print a finished reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take over replies from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write all replies to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what works on this machine, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id of the reply, or how it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long (default: until resumed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>汉字, pinyin, initials or a code; several words must all match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most so many (default: 20)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the reply is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reply itself; - reads it from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a short name to type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tag; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill a field; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy it to the clipboard too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown, CSV, TSV or quickdesk&apos;s own JSON; a folder stands for all in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>markdown, table or quickdesk (default: seen from the content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what would change, change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to write; - prints it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quickdesk, csv or markdown (default: by the file&apos;s name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {reason}
It goes like this: {usage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, character {position}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this character cannot be stored or sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fields cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a { is never closed; write {{ for the brace itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a } closes nothing; write }} for the brace itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field stands inside another one; write {{ and }} for braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field cannot have this name; write {{ and }} for braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a choice is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this field fills itself and takes no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}: new {new}, changed {changed}, same {same}, refused {refused}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {id}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {id}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the trash: {title}. Back with: restore {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored {id}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply has the id {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several replies have ids that begin with {id}: {matches}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was named that should change. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was not saved:{flaws}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is not finished. These fields are open: {names}. Fill them with --set NAME=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply has no field {name}. Its fields are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body of the reply cannot be read:{flaws}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished reply is too long to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was not copied: no clipboard can be reached from here ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} holds no file that can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {megabytes} MB. Files up to {most} MB can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. What stood there is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not text. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding of {path} is not known. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in no format that quickdesk reads. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} breaks off or is not well formed ({place}). Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer quickdesk. Update quickdesk to import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is too large. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds too many replies at once. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quickdesk is not running. Start it with: quickdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display, so no window can be shown. From the terminal quickdesk works like this:
  quickdesk find 退款
  quickdesk list
  quickdesk --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quickdesk runs but does not answer. End it and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running quickdesk does not know the command {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in {path} could not be read. It was set aside unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer quickdesk. It was not touched. Update quickdesk to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another quickdesk is using the data in {path}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so {path} was not saved. What was stored before is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
