<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Copy reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: next field    Ctrl+Enter: finish    Esc: cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fill in, with a default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name:default}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name|first|second}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clipboard}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the cursor goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cursor}</source>
        <comment>field in a reply</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>fill in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>quickdesk is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quickdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It also waits in the tray. Closing this window does not end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray, so quickdesk shows this window. Minimise it to keep quickdesk at hand; closing it ends quickdesk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyRecorder</name>
    <message>
        <source>Hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc keeps the present hotkey, Backspace takes the default one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record new keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteEmpty</name>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for &quot;{query}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters, or make it a new reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &quot;{query}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the first one here, or import a list with: quickdesk import FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteFooter</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that work now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Search replies: words, pinyin or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the reply goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply goes to {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply goes to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteKeysEditor</name>
    <message>
        <source>Add program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} is named twice: the first row holds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault in the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is not written right. Edit the reply before sending it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name programs here that paste with other keys than usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnippetEditor</name>
    <message>
        <source>Insert field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter: save    Esc: cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name to type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After-sales/Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words apart by spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reply a title to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reply to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>quickdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only: changes cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused until resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hotkey works; click to open the palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Changes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Program, for example putty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
        <source>markdown, csv, tsv or json (default: seen from the content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json, csv or tsv (default: by the file&apos;s name)</source>
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
        <source>{place}: {reason}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged. The version before it is in use; the damaged file is kept as {set_aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged and no earlier version was found. The damaged file is kept as {set_aside}.</source>
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
        <source>The files are too large to hand over at once (more than {megabytes} MB).</source>
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
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth installing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes (StatusNotifierItem)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes (XEmbed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found: quickdesk shows its window instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: the session bus does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hotkey} works: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hotkey} does not work: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grabbed from the X server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyboard package, which listens to all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bind &apos;quickdesk toggle&apos; to a key in the desktop&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none here; the command line works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {way}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not made for this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the display cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland lets no program watch the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its Python package is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/dev/input shows no keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program dumpkeys is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS has not given the Accessibility permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight into the window you came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none here; render --copy copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replies are copied; press the paste keys yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; quickdesk shows its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would be imported: {new} new, {changed} changed. {same} are there already, {refused} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed. {same} were there already, {refused} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more such notes; --json lists them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a title but no reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has more cells than the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reply breaks off: its fence is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program text, not a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is not the text it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same id stands twice with different content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reply breaks a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds too many replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet; save it as CSV to import it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text of the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encoding of the file is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is in no format that quickdesk reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header names no column for the replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the file is a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON breaks off or is not well formed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON that quickdesk did not write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by a newer quickdesk; update to import it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had no title: its beginning became the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has braces that are no fields: they stay as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a placeholder twice that can mean two things: numbered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Reply not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your replies are safe. What happened was noted in quickdesk.log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version before it is in use. The damaged file is kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier version was found. The damaged file is kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data file was damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey: from the X server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey: the keyboard package, which listens to all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey: bind “quickdesk toggle” to a key of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey: none works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies: pasted into the window you came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies: copied, you paste them yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: {field}. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many parts: {field}. Take some away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character that cannot be stored or sent: {field}. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields cannot be read: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply</source>
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
        <source>{keys} opens the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is already taken by {holder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is already taken by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other keys here, or free these in that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is not on this keyboard layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose keys that this keyboard has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No global hotkey works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the chat box and paste it with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not come back to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Click the chat box and press {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not take the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted: the chat window was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Open the chat again and press {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set aside unchanged as {path} and not overwritten. quickdesk goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data was written by a newer quickdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not touched. Update quickdesk to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another quickdesk is using the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in {path}. Quit the other one, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: changes cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies can be used as before. To change them, allow writing in {path} and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was stored before is as it was. Free some space for {path} and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data file may not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not touched. Allow reading it, then start quickdesk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold these keys and press one more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one key together with Ctrl, Alt, Shift or the system key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key cannot be part of a hotkey. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key alone is needed for typing. Add Ctrl, Alt or the system key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system, the input method or other programs need these keys. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop lets no program watch for hotkeys. In its keyboard settings, bind a key to the command: quickdesk toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let quickdesk watch the keyboard. In the desktop&apos;s keyboard settings, bind a key to the command: quickdesk toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the display broke. Start quickdesk again to get the hotkey back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey is switched off because quickdesk is ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is not closed: add } on the same line, or write {{ for a plain brace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A } closes no field: remove it, or write }} for a plain brace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field cannot stand inside another one: close the first with } before the next {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field has no name: write one between the braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot name a field: begin with a letter or digit and use at most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice is empty: fill it in or remove its |.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is filled by quickdesk: remove what follows its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many fields: a reply holds up to {most} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: a reply holds up to {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to fill in: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished reply is too long to send. Shorten a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
