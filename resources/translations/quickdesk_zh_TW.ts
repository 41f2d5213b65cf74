<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Copy reply</source>
        <translation>複製回覆</translation>
    </message>
    <message>
        <source>Paste reply</source>
        <translation>貼上回覆</translation>
    </message>
    <message>
        <source>Fill in: {title}</source>
        <translation>填寫：{title}</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Enter: next empty field    Tab: next field    Esc: cancel</source>
        <translation>Enter：下一個待填欄位    Tab：下一欄    Esc：取消</translation>
    </message>
    <message>
        <source>Enter: copy    Tab: next field    Esc: cancel</source>
        <translation>Enter：複製    Tab：下一欄    Esc：取消</translation>
    </message>
    <message>
        <source>Enter: paste    Tab: next field    Esc: cancel</source>
        <translation>Enter：貼上    Tab：下一欄    Esc：取消</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>field in a reply</comment>
        <translation>{名稱}</translation>
    </message>
    <message>
        <source>To fill in, with a default</source>
        <translation>填寫，附預設值</translation>
    </message>
    <message>
        <source>{name:default}</source>
        <comment>field in a reply</comment>
        <translation>{名稱:預設值}</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>{name|first|second}</source>
        <comment>field in a reply</comment>
        <translation>{名稱|選項一|選項二}</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>今天的日期</translation>
    </message>
    <message>
        <source>{date}</source>
        <comment>field in a reply</comment>
        <translation>{日期}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>現在的時間</translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>field in a reply</comment>
        <translation>{時間}</translation>
    </message>
    <message>
        <source>Text on the clipboard</source>
        <translation>剪貼簿的文字</translation>
    </message>
    <message>
        <source>{clipboard}</source>
        <comment>field in a reply</comment>
        <translation>{剪貼簿}</translation>
    </message>
    <message>
        <source>Where the cursor goes</source>
        <translation>貼上後游標的位置</translation>
    </message>
    <message>
        <source>{cursor}</source>
        <comment>field in a reply</comment>
        <translation>{游標}</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>fill in</source>
        <translation>待填</translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>quickdesk is ready</source>
        <translation>quickdesk 已就緒</translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation>開啟面板</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>quickdesk</source>
        <translation>quickdesk</translation>
    </message>
    <message>
        <source>It also waits in the tray. Closing this window does not end it.</source>
        <translation>它也在系統匣待命。關閉這個視窗不會結束 quickdesk。</translation>
    </message>
    <message>
        <source>This desktop has no tray, so quickdesk shows this window. Minimise it to keep quickdesk at hand; closing it ends quickdesk.</source>
        <translation>這個桌面沒有系統匣，所以顯示這個視窗。最小化後 quickdesk 會繼續待命；關閉視窗就會結束 quickdesk。</translation>
    </message>
</context>
<context>
    <name>HotkeyRecorder</name>
    <message>
        <source>Hotkey</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>請按下按鍵</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止錄製</translation>
    </message>
    <message>
        <source>Esc keeps the present hotkey, Backspace takes the default one.</source>
        <translation>按 Esc 保留目前的快速鍵，按 Backspace 改回預設值。</translation>
    </message>
    <message>
        <source>Record new keys</source>
        <translation>錄製新快速鍵</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Quick replies</source>
        <translation>快速回覆</translation>
    </message>
</context>
<context>
    <name>PaletteEmpty</name>
    <message>
        <source>Nothing to show</source>
        <translation>沒有可顯示的內容</translation>
    </message>
    <message>
        <source>Nothing found for &quot;{query}&quot;</source>
        <translation>找不到「{query}」</translation>
    </message>
    <message>
        <source>Try fewer letters, or make it a new reply.</source>
        <translation>少輸入幾個字再試，或新增一則回覆。</translation>
    </message>
    <message>
        <source>Create &quot;{query}&quot;</source>
        <translation>新增「{query}」</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>還沒有回覆</translation>
    </message>
    <message>
        <source>Create the first one here, or import a list with: quickdesk import FILE</source>
        <translation>在這裡新增第一則，或用命令匯入：quickdesk import FILE</translation>
    </message>
    <message>
        <source>Create a reply</source>
        <translation>新增回覆</translation>
    </message>
</context>
<context>
    <name>PaletteFooter</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Keys that work now</source>
        <translation>目前可用的按鍵</translation>
    </message>
    <message>
        <source>News</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Kind of news</source>
        <translation>通知類型</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只複製</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>選用</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Search replies: words, pinyin or initials</source>
        <translation>搜尋回覆：文字、拼音或首字母</translation>
    </message>
    <message>
        <source>Search replies</source>
        <translation>搜尋回覆</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Where the reply goes</source>
        <translation>回覆送往</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Reply goes to {program}</source>
        <translation>貼到：{program}</translation>
    </message>
    <message>
        <source>Reply goes to the clipboard</source>
        <translation>複製到剪貼簿</translation>
    </message>
</context>
<context>
    <name>PasteKeysEditor</name>
    <message>
        <source>Add program</source>
        <translation>新增程式</translation>
    </message>
    <message>
        <source>{program} is named twice: the first row holds.</source>
        <translation>{program} 重複了：以第一筆為準。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation>回覆內文</translation>
    </message>
    <message>
        <source>Length of the reply</source>
        <translation>回覆長度</translation>
    </message>
    <message>
        <source>Fault in the reply</source>
        <translation>回覆中的錯誤</translation>
    </message>
    <message>
        <source>Only the beginning is shown</source>
        <translation>只顯示開頭部分</translation>
    </message>
</context>
<context>
    <name>ReplyPreview</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Open the palette</source>
        <translation>開啟面板</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>貼上鍵</translation>
    </message>
    <message>
        <source>Name programs here that paste with other keys than usual.</source>
        <translation>用其他按鍵貼上的程式，在這裡新增。</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>這台電腦</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>目前方式</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料位置</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>變更會立即生效。</translation>
    </message>
</context>
<context>
    <name>SnippetEditor</name>
    <message>
        <source>Insert field</source>
        <translation>插入欄位</translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation>儲存回覆</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit reply</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Ctrl+Enter: save    Esc: cancel</source>
        <translation>Ctrl+Enter：儲存    Esc：取消</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>如 tk</translation>
    </message>
    <message>
        <source>After-sales/Returns</source>
        <translation>售後/退貨</translation>
    </message>
    <message>
        <source>Words apart by spaces</source>
        <translation>以空格分隔</translation>
    </message>
    <message>
        <source>Give the reply a title to save it.</source>
        <translation>請先填寫標題，再儲存。</translation>
    </message>
    <message>
        <source>Write the reply to save it.</source>
        <translation>請先填寫內文，再儲存。</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>quickdesk</source>
        <translation>quickdesk</translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation>開啟面板</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>Pause the hotkey</source>
        <translation>暫停快速鍵</translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation>15 分鐘</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>Until resumed</source>
        <translation>直到手動恢復</translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation>恢復快速鍵</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>顯示視窗</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>read-only: changes cannot be saved</source>
        <translation>唯讀：變更無法儲存</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>已暫停，{time} 恢復</translation>
    </message>
    <message>
        <source>paused until resumed</source>
        <translation>已暫停，等待手動恢復</translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation>按 {keys} 開啟面板</translation>
    </message>
    <message>
        <source>no hotkey works; click to open the palette</source>
        <translation>沒有可用的快速鍵；按一下圖示開啟面板</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Changes are not saved.</source>
        <translation>變更尚未儲存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄變更</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>繼續編輯</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Program, for example putty</source>
        <translation>程式，例如 putty</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>貼上鍵</translation>
    </message>
    <message>
        <source>Remove program</source>
        <translation>移除程式</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Quick replies for customer-service agents. Without a command: start the program, or show the palette of the one that runs.</source>
        <translation>客服用的快速回覆。不加命令：啟動程式；程式已在執行時，開啟它的面板。</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>顯示版本</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>引數</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>顯示本說明</translation>
    </message>
    <message>
        <source>the data folder (default: QUICKDESK_HOME, else the user&apos;s own)</source>
        <translation>資料位置（預設：QUICKDESK_HOME，否則使用者自己的）</translation>
    </message>
    <message>
        <source>print JSON instead of words</source>
        <translation>輸出 JSON 而不是文字</translation>
    </message>
    <message>
        <source>show the palette of the running program</source>
        <translation>開啟執行中程式的面板</translation>
    </message>
    <message>
        <source>show the palette, or close it where it is open</source>
        <translation>開啟面板；已開啟時關閉</translation>
    </message>
    <message>
        <source>close the palette</source>
        <translation>關閉面板</translation>
    </message>
    <message>
        <source>switch the hotkey off for a while, or on again</source>
        <translation>暫停或恢復快速鍵</translation>
    </message>
    <message>
        <source>end the running program</source>
        <translation>結束執行中的程式</translation>
    </message>
    <message>
        <source>find replies</source>
        <translation>搜尋回覆</translation>
    </message>
    <message>
        <source>list all replies</source>
        <translation>列出全部回覆</translation>
    </message>
    <message>
        <source>add a reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>change a reply</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>move a reply to the trash</source>
        <translation>把回覆移到資源回收筒</translation>
    </message>
    <message>
        <source>take back the last change, an import too</source>
        <translation>復原上一次操作，匯入也可以</translation>
    </message>
    <message>
        <source>print a finished reply</source>
        <translation>輸出填好的回覆</translation>
    </message>
    <message>
        <source>take over replies from files</source>
        <translation>從檔案匯入回覆</translation>
    </message>
    <message>
        <source>write all replies to a file</source>
        <translation>把全部回覆匯出到檔案</translation>
    </message>
    <message>
        <source>write a backup of all data</source>
        <translation>備份全部資料</translation>
    </message>
    <message>
        <source>read all data, mend what is damaged, and say what was found</source>
        <translation>檢查全部資料，修復損毀之處，並列出結果</translation>
    </message>
    <message>
        <source>say what works on this machine, and why</source>
        <translation>說明這台電腦上哪些功能可用，為什麼</translation>
    </message>
    <message>
        <source>the id of the reply, or how it begins</source>
        <translation>回覆的編號，或編號的開頭</translation>
    </message>
    <message>
        <source>the id of a reply in the trash, or a backup: whatever is a file</source>
        <translation>資源回收筒中回覆的編號，或備份：是檔案就當作備份</translation>
    </message>
    <message>
        <source>of a backup: say what would change, change nothing</source>
        <translation>用於備份：只說明會有什麼變化，不做變更</translation>
    </message>
    <message>
        <source>where to write (default: with the others in the data folder)</source>
        <translation>寫到哪裡（預設：資料位置，和其他備份放在一起）</translation>
    </message>
    <message>
        <source>how long (default: until resumed)</source>
        <translation>多久（預設：直到手動恢復）</translation>
    </message>
    <message>
        <source>resume now</source>
        <translation>立即恢復</translation>
    </message>
    <message>
        <source>汉字, pinyin, initials or a code; several words must all match</source>
        <translation>文字、拼音、首字母或代碼；多個詞要全部符合</translation>
    </message>
    <message>
        <source>at most so many (default: 20)</source>
        <translation>最多幾則（預設：20）</translation>
    </message>
    <message>
        <source>what the reply is about</source>
        <translation>回覆的標題</translation>
    </message>
    <message>
        <source>the reply itself; - reads it from standard input</source>
        <translation>回覆的內文；寫 - 時從標準輸入讀取</translation>
    </message>
    <message>
        <source>a short name to type</source>
        <translation>簡短好輸入的代碼</translation>
    </message>
    <message>
        <source>where it belongs</source>
        <translation>所屬的資料夾</translation>
    </message>
    <message>
        <source>a tag; may be repeated</source>
        <translation>一個標籤；可以寫多次</translation>
    </message>
    <message>
        <source>fill a field; may be repeated</source>
        <translation>填一個欄位；可以寫多次</translation>
    </message>
    <message>
        <source>copy it to the clipboard too</source>
        <translation>同時複製到剪貼簿</translation>
    </message>
    <message>
        <source>Markdown, CSV, TSV or quickdesk&apos;s own JSON; a folder stands for all in it</source>
        <translation>Markdown、CSV、TSV 或 quickdesk 的 JSON；寫資料夾表示裡面全部</translation>
    </message>
    <message>
        <source>markdown, csv, tsv or json (default: seen from the content)</source>
        <translation>markdown、csv、tsv 或 json（預設：依內容辨識）</translation>
    </message>
    <message>
        <source>json, csv or tsv (default: by the file&apos;s name)</source>
        <translation>json、csv 或 tsv（預設：依檔名）</translation>
    </message>
    <message>
        <source>say what would change, change nothing</source>
        <translation>只說明會有什麼變更，不做修改</translation>
    </message>
    <message>
        <source>bring a reply back from the trash, or all of a backup</source>
        <translation>從資源回收筒還原回覆，或還原整個備份</translation>
    </message>
    <message>
        <source>where to write; - prints it</source>
        <translation>寫到哪個檔案；寫 - 時直接輸出</translation>
    </message>
    <message>
        <source>Not understood: {reason}
It goes like this: {usage}</source>
        <translation>命令寫法不對：{reason}
正確寫法：{usage}</translation>
    </message>
    <message>
        <source>{field}, part {position}: {words}</source>
        <translation>{field}，第 {position} 項：{words}</translation>
    </message>
    <message>
        <source>{field}, character {position}: {words}</source>
        <translation>{field}，第 {position} 個字元：{words}</translation>
    </message>
    <message>
        <source>id</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>body</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>nothing stands here</source>
        <translation>這裡是空的</translation>
    </message>
    <message>
        <source>it is too long from here on</source>
        <translation>從這裡起超出長度</translation>
    </message>
    <message>
        <source>there are too many of them</source>
        <translation>數量太多</translation>
    </message>
    <message>
        <source>this character cannot be stored or sent</source>
        <translation>這個字元無法儲存或傳送</translation>
    </message>
    <message>
        <source>the fields cannot be read</source>
        <translation>欄位的寫法無法辨識</translation>
    </message>
    <message>
        <source>a { is never closed; write {{ for the brace itself</source>
        <translation>{ 沒有對應的 }；要寫大括號本身，請寫 {{</translation>
    </message>
    <message>
        <source>a } closes nothing; write }} for the brace itself</source>
        <translation>} 沒有對應的 {；要寫大括號本身，請寫 }}</translation>
    </message>
    <message>
        <source>a field stands inside another one; write {{ and }} for braces</source>
        <translation>欄位裡面還有欄位；要寫大括號本身，請寫 {{ 和 }}</translation>
    </message>
    <message>
        <source>a field has no name</source>
        <translation>有一個欄位沒有名稱</translation>
    </message>
    <message>
        <source>a field cannot have this name; write {{ and }} for braces</source>
        <translation>欄位不能用這個名稱；要寫大括號本身，請寫 {{ 和 }}</translation>
    </message>
    <message>
        <source>a choice is empty</source>
        <translation>有一個選項是空的</translation>
    </message>
    <message>
        <source>this field fills itself and takes no value</source>
        <translation>這個欄位會自動填寫，不能再附內容</translation>
    </message>
    <message>
        <source>there are too many fields</source>
        <translation>欄位太多</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>找不到。</translation>
    </message>
    <message>
        <source>Added {id}: {title}</source>
        <translation>已新增 {id}：{title}</translation>
    </message>
    <message>
        <source>Changed {id}: {title}</source>
        <translation>已編輯 {id}：{title}</translation>
    </message>
    <message>
        <source>In the trash: {title}. Back with: undo, restore {id}</source>
        <translation>已移到資源回收筒：{title}。還原：undo、restore {id}</translation>
    </message>
    <message>
        <source>Backup with {count} replies: {path}</source>
        <translation>已備份 {count} 則回覆：{path}</translation>
    </message>
    <message>
        <source>Restored {id}: {title}</source>
        <translation>已還原 {id}：{title}</translation>
    </message>
    <message>
        <source>Would be restored: {new} back, {changed} changed, {removed} to the trash.</source>
        <translation>將會還原：找回 {new} 則，變更 {changed} 則，移到資源回收筒 {removed} 則。</translation>
    </message>
    <message>
        <source>The data are as the backup has them already. Nothing was changed.</source>
        <translation>資料與備份一致，沒有任何變更。</translation>
    </message>
    <message>
        <source>Restored: {new} back, {changed} changed, {removed} to the trash. Take it back with: undo</source>
        <translation>已還原：找回 {new} 則，變更 {changed} 則，移到資源回收筒 {removed} 則。復原命令：undo</translation>
    </message>
    <message>
        <source>How it was before is kept in {backup}</source>
        <translation>還原前的樣子保留在 {backup}</translation>
    </message>
    <message>
        <source>It does not hold what cannot be read now: {kinds}. See: check</source>
        <translation>目前無法讀取、未包含在內的資料：{kinds}。詳情命令：check</translation>
    </message>
    <message>
        <source>{kind}: {new} back, {changed} changed, {removed} away</source>
        <translation>{kind}：找回 {new} 則，變更 {changed} 則，去除 {removed} 則</translation>
    </message>
    <message>
        <source>Wrote {count} replies to {path}</source>
        <translation>已把 {count} 則回覆匯出到 {path}</translation>
    </message>
    <message>
        <source>{place}: {reason}. Nothing was imported.</source>
        <translation>{place}：{reason}。沒有匯入任何回覆。</translation>
    </message>
    <message>
        <source>{path} was damaged. Nothing was lost: all of it was recovered. The damaged file is kept as {set_aside}.</source>
        <translation>{path} 已損毀。沒有遺失任何內容，已全部復原。損毀的檔案保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged. The version before it is in use; the damaged file is kept as {set_aside}.</source>
        <translation>{path} 已損毀。目前使用上一個版本；損毀的檔案保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged and no earlier version was found. The damaged file is kept as {set_aside}.</source>
        <translation>{path} 已損毀，找不到更早的版本。損毀的檔案保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Nothing was lost.</source>
        <translation>{path} 已損毀，沒有動它。沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>{path} was missing. The version before it is in use.</source>
        <translation>{path} 不見了。目前使用上一個版本。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. The version before it is in use.</source>
        <translation>{path} 已損毀，沒有更動它。目前使用上一個版本。</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). The damaged part is kept as {set_aside}.</source>
        <translation>有些變更讀不出來（{kind}）。損毀的部分保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>All data is in order ({counts}; whole backups: {backups}).</source>
        <translation>全部資料完好（{counts}；完好的備份：{backups}）。</translation>
    </message>
    <message>
        <source>All data is in order again, nothing is lost ({counts}; whole backups: {backups}).</source>
        <translation>全部資料已修復，沒有遺失（{counts}；完好的備份：{backups}）。</translation>
    </message>
    <message>
        <source>Not everything could be mended ({counts}; whole backups: {backups}). Backups lie in the folder backups of the data folder; they come back with: restore FILE</source>
        <translation>未能全部修復（{counts}；完好的備份：{backups}）。備份在資料位置的 backups 資料夾中，還原命令：restore FILE</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). They stood in {path}.</source>
        <translation>有些變更讀不出來（{kind}），原本在 {path} 中。</translation>
    </message>
    <message>
        <source>It is mended.</source>
        <translation>已修復。</translation>
    </message>
    <message>
        <source>The bad file is kept as {set_aside}.</source>
        <translation>損毀的檔案保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} ({kind}): {detail}.</source>
        <translation>{path}（{kind}）：{detail}。</translation>
    </message>
    <message>
        <source>{path} ({kind}) differs from what is in use. Entries that differ: {count}.</source>
        <translation>{path}（{kind}）與使用中的資料不一致，相差 {count} 筆。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {count}. They stood in {path}.</source>
        <translation>無法讀取的變更（{kind}）：{count} 筆，原在 {path} 中。</translation>
    </message>
    <message>
        <source>{path} ({kind}) holds values of an unknown form: {count}. They are left as they are.</source>
        <translation>{path}（{kind}）中有無法辨識的內容：{count} 筆，已原樣保留。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged.</source>
        <translation>備份 {path} 已損毀。</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>檔案不見了</translation>
    </message>
    <message>
        <source>the file is cut off or was never quickdesk&apos;s</source>
        <translation>檔案不完整，或不是 quickdesk 的檔案</translation>
    </message>
    <message>
        <source>the file holds something else</source>
        <translation>檔案裡是其他內容</translation>
    </message>
    <message>
        <source>the content was changed or damaged</source>
        <translation>內容被更動或已損毀</translation>
    </message>
    <message>
        <source>what has this name is no file</source>
        <translation>這個名稱的不是檔案</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>檔案無法讀取</translation>
    </message>
    <message>
        <source>the file was written by a newer quickdesk and was not touched</source>
        <translation>檔案由較新版本的 quickdesk 寫入，未作更動</translation>
    </message>
    <message>
        <source>no whole version is left</source>
        <translation>沒有完好的版本</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>檔案無法寫入</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>another quickdesk is using it</source>
        <translation>另一個 quickdesk 正在使用</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. The damaged part is kept as {set_aside}.</source>
        <translation>讀不出來的變更（{kind}）：{changes}。損毀的部分保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. They stood in {path}.</source>
        <translation>讀不出來的變更（{kind}）：{changes}。原本在 {path} 中。</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>The replies that come with quickdesk cannot be read, so the list begins empty. Install it anew.</source>
        <translation>quickdesk 內附的回覆無法讀取，所以清單是空的。請重新安裝 quickdesk。</translation>
    </message>
    <message>
        <source>No reply has the id {id}.</source>
        <translation>沒有編號為 {id} 的回覆。</translation>
    </message>
    <message>
        <source>Several replies have ids that begin with {id}: {matches}.</source>
        <translation>有多則回覆的編號以 {id} 開頭：{matches}。</translation>
    </message>
    <message>
        <source>Nothing was named that should change. Nothing was changed.</source>
        <translation>沒有寫明要變更什麼。沒有任何變更。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可以復原的操作。</translation>
    </message>
    <message>
        <source>Nothing was undone, because these replies have changed since: {titles}.</source>
        <translation>沒有復原，因為這些回覆之後又改過：{titles}。</translation>
    </message>
    <message>
        <source>The reply was not saved:{flaws}</source>
        <translation>回覆沒有儲存：{flaws}</translation>
    </message>
    <message>
        <source>The reply is not finished. These fields are open: {names}. Fill them with --set NAME=VALUE.</source>
        <translation>回覆還沒有填完。這些欄位還沒填：{names}。用 --set NAME=VALUE 填寫。</translation>
    </message>
    <message>
        <source>The reply has no field {name}. Its fields are: {names}.</source>
        <translation>回覆裡沒有 {name} 這個欄位。它的欄位有：{names}。</translation>
    </message>
    <message>
        <source>The body of the reply cannot be read:{flaws}</source>
        <translation>回覆的內文無法辨識：{flaws}</translation>
    </message>
    <message>
        <source>The finished reply is too long to send.</source>
        <translation>填好的回覆太長，無法傳送。</translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation>回覆是空的，沒有可傳送的內容。</translation>
    </message>
    <message>
        <source>The reply was not copied: no clipboard can be reached from here ({reason}).</source>
        <translation>回覆沒有複製：這裡無法使用剪貼簿（{reason}）。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>沒有 {path} 這個檔案。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是檔案。</translation>
    </message>
    <message>
        <source>The folder {path} holds no file that can be imported.</source>
        <translation>資料夾 {path} 裡沒有可以匯入的檔案。</translation>
    </message>
    <message>
        <source>{path} has {megabytes} MB. Files up to {most} MB can be imported.</source>
        <translation>{path} 有 {megabytes} MB。可以匯入的檔案最大 {most} MB。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} 無法讀取：{reason}。</translation>
    </message>
    <message>
        <source>{path} is no backup of quickdesk. Nothing was changed.</source>
        <translation>{path} 不是 quickdesk 的備份。沒有做任何變更。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged. Nothing was changed.</source>
        <translation>備份 {path} 已損毀。沒有做任何變更。</translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer quickdesk. Nothing was changed.</source>
        <translation>備份 {path} 由較新的 quickdesk 製作。沒有做任何變更。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be read. Nothing was changed.</source>
        <translation>備份 {path} 讀不出來。沒有做任何變更。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. What stood there is as it was.</source>
        <translation>{path} 無法寫入：{reason}。原來的內容沒有變。</translation>
    </message>
    <message>
        <source>quickdesk is not running. Start it with: quickdesk</source>
        <translation>quickdesk 沒有執行。用這個命令啟動：quickdesk</translation>
    </message>
    <message>
        <source>There is no display, so no window can be shown. From the terminal quickdesk works like this:
  quickdesk find 退款
  quickdesk list
  quickdesk --help</source>
        <translation>沒有圖形介面，無法顯示視窗。在終端機裡可以這樣用：
  quickdesk find 退款
  quickdesk list
  quickdesk --help</translation>
    </message>
    <message>
        <source>This is too much to hand over at once (more than {megabytes} MB). Nothing was changed.</source>
        <translation>內容太多，無法一次交給程式（超過 {megabytes} MB）。沒有任何變更。</translation>
    </message>
    <message>
        <source>quickdesk was not ended: a reply is being written. Save or discard it, then quit.</source>
        <translation>沒有結束 quickdesk：有一則回覆正在編輯。請先儲存或捨棄，再結束。</translation>
    </message>
    <message>
        <source>{path}: by this ending no format is known. Name it with --format: json, csv or tsv.</source>
        <translation>{path}：無法辨認這個副檔名。請用 --format 指定格式：json、csv 或 tsv。</translation>
    </message>
    <message>
        <source>quickdesk runs but does not answer. End it and start it again.</source>
        <translation>quickdesk 在執行，但沒有回應。請結束後重新啟動。</translation>
    </message>
    <message>
        <source>The running quickdesk does not know the command {command}.</source>
        <translation>執行中的 quickdesk 不認得命令 {command}。</translation>
    </message>
    <message>
        <source>The running quickdesk did not understand what it was asked. Nothing was changed.</source>
        <translation>執行中的 quickdesk 不了解這個要求。沒有任何變更。</translation>
    </message>
    <message>
        <source>The command {command} cannot use what it was given as {argument}. Nothing was changed.</source>
        <translation>命令 {command} 無法使用 {argument} 的內容。沒有任何變更。</translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong. Your replies are safe. What happened was noted in quickdesk.log in the data folder.</source>
        <translation>quickdesk 發生問題。回覆都還在。經過已記錄在資料位置的 quickdesk.log。</translation>
    </message>
    <message>
        <source>The result cannot be written: {reason}.</source>
        <translation>結果無法寫出：{reason}。</translation>
    </message>
    <message>
        <source>The data in {path} could not be read. It was set aside unchanged.</source>
        <translation>{path} 裡的資料無法讀取，已原樣移到一旁。</translation>
    </message>
    <message>
        <source>{path} was written by a newer quickdesk. It was not touched. Update quickdesk to open it.</source>
        <translation>{path} 由較新版本的 quickdesk 寫入，沒有更動它。請更新 quickdesk 後再開啟。</translation>
    </message>
    <message>
        <source>The data is damaged, and not everything could be mended.</source>
        <translation>資料已損毀，未能全部修復。</translation>
    </message>
    <message>
        <source>Another quickdesk is using the data in {path}. Nothing was changed.</source>
        <translation>另一個 quickdesk 正在使用 {path} 裡的資料。沒有任何變更。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Nothing was changed.</source>
        <translation>{path} 無法寫入。沒有任何變更。</translation>
    </message>
    <message>
        <source>The disk is full, so {path} was not saved. What was stored before is as it was.</source>
        <translation>磁碟已滿，{path} 沒有儲存。之前儲存的內容沒有變。</translation>
    </message>
    <message>
        <source>{path} cannot be read. Nothing was changed.</source>
        <translation>{path} 無法讀取。沒有任何變更。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料位置</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>系統匣</translation>
    </message>
    <message>
        <source>Global hotkey</source>
        <translation>全域快速鍵</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Clipboard tools</source>
        <translation>剪貼簿工具</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>系統通知</translation>
    </message>
    <message>
        <source>Missing libraries</source>
        <translation>缺少的程式庫</translation>
    </message>
    <message>
        <source>Worth installing</source>
        <translation>建議安裝</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>沒有執行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>no display</source>
        <translation>沒有圖形介面</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>系統內建</translation>
    </message>
    <message>
        <source>yes (StatusNotifierItem)</source>
        <translation>有（StatusNotifierItem）</translation>
    </message>
    <message>
        <source>yes (XEmbed)</source>
        <translation>有（XEmbed）</translation>
    </message>
    <message>
        <source>none found: quickdesk shows its window instead</source>
        <translation>找不到：quickdesk 會改為顯示視窗</translation>
    </message>
    <message>
        <source>not known: the session bus does not answer</source>
        <translation>無法確定：工作階段匯流排沒有回應</translation>
    </message>
    <message>
        <source>{hotkey} works: {way}</source>
        <translation>{hotkey} 可用：{way}</translation>
    </message>
    <message>
        <source>{hotkey} does not work: {way}</source>
        <translation>{hotkey} 無法使用：{way}</translation>
    </message>
    <message>
        <source>grabbed from the X server</source>
        <translation>由 X 伺服器提供</translation>
    </message>
    <message>
        <source>the keyboard package, which listens to all keys</source>
        <translation>keyboard 套件，它會監聽所有按鍵</translation>
    </message>
    <message>
        <source>bind &apos;quickdesk toggle&apos; to a key in the desktop&apos;s settings</source>
        <translation>在桌面設定裡把 quickdesk toggle 綁定到一個按鍵</translation>
    </message>
    <message>
        <source>none here; the command line works</source>
        <translation>這裡沒有；可以用命令列</translation>
    </message>
    <message>
        <source>not {way}: {why}</source>
        <translation>未選用 {way}：{why}</translation>
    </message>
    <message>
        <source>not made for this system</source>
        <translation>不適用於這個系統</translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation>沒有圖形介面</translation>
    </message>
    <message>
        <source>the display cannot be reached</source>
        <translation>無法連線到圖形介面</translation>
    </message>
    <message>
        <source>Wayland lets no program watch the keys</source>
        <translation>Wayland 不允許程式監聽按鍵</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>沒有安裝</translation>
    </message>
    <message>
        <source>it needs root</source>
        <translation>需要 root 權限</translation>
    </message>
    <message>
        <source>/dev/input shows no keyboard</source>
        <translation>/dev/input 裡沒有鍵盤</translation>
    </message>
    <message>
        <source>the program dumpkeys is missing</source>
        <translation>缺少程式 dumpkeys</translation>
    </message>
    <message>
        <source>macOS has not given the Accessibility permission</source>
        <translation>macOS 沒有給予「輔助使用」權限</translation>
    </message>
    <message>
        <source>it could not be opened</source>
        <translation>無法啟用</translation>
    </message>
    <message>
        <source>straight into the window you came from</source>
        <translation>直接貼到原來的視窗</translation>
    </message>
    <message>
        <source>replies are copied; press the paste keys yourself</source>
        <translation>回覆會複製好；請自行按貼上鍵</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>none; quickdesk shows its own</source>
        <translation>沒有；quickdesk 顯示自己的通知</translation>
    </message>
    <message>
        <source>Would be imported: {new} new, {changed} changed. {same} are there already, {refused} refused.</source>
        <translation>將會匯入：新增 {new} 則，變更 {changed} 則。已有 {same} 則，未接受 {refused} 則。</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed. {same} were there already, {refused} refused.</source>
        <translation>已匯入：新增 {new} 則，變更 {changed} 則。原本就有 {same} 則，未接受 {refused} 則。</translation>
    </message>
    <message>
        <source>Take it back with: undo</source>
        <translation>復原：undo</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}，第 {row} 列</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}，第 {line} 行</translation>
    </message>
    <message>
        <source>{place} ({title})</source>
        <translation>{place}（{title}）</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}：{reason}</translation>
    </message>
    <message>
        <source>and {count} more such notes; --json lists them all</source>
        <translation>另有 {count} 則說明；加 --json 列出全部</translation>
    </message>
    <message>
        <source>there is a title but no reply</source>
        <translation>有標題，沒有內文</translation>
    </message>
    <message>
        <source>the row has more cells than the header</source>
        <translation>這一列的儲存格比標題列多</translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation>引號沒有成對</translation>
    </message>
    <message>
        <source>the reply breaks off: its fence is never closed</source>
        <translation>回覆不完整：程式碼圍欄沒有結尾</translation>
    </message>
    <message>
        <source>a program text, not a reply</source>
        <translation>是程式碼，不是回覆</translation>
    </message>
    <message>
        <source>a value is not the text it should be</source>
        <translation>有一項內容應為文字，實際不是</translation>
    </message>
    <message>
        <source>the same id stands twice with different content</source>
        <translation>同一個編號出現兩次，內容不同</translation>
    </message>
    <message>
        <source>the reply breaks a rule</source>
        <translation>回覆不符合要求</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>檔案是空的</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>檔案太大</translation>
    </message>
    <message>
        <source>the file holds too many replies</source>
        <translation>檔案裡的回覆太多</translation>
    </message>
    <message>
        <source>the file is not text</source>
        <translation>不是文字檔</translation>
    </message>
    <message>
        <source>a spreadsheet; save it as CSV to import it</source>
        <translation>是試算表；請另存為 CSV 再匯入</translation>
    </message>
    <message>
        <source>the text of the file is damaged</source>
        <translation>檔案裡的文字已損毀</translation>
    </message>
    <message>
        <source>the encoding of the file is not known</source>
        <translation>無法辨識檔案的文字編碼</translation>
    </message>
    <message>
        <source>the file is in no format that quickdesk reads</source>
        <translation>檔案不是 quickdesk 能讀取的格式</translation>
    </message>
    <message>
        <source>the header names no column for the replies</source>
        <translation>標題列裡沒有內文這一欄</translation>
    </message>
    <message>
        <source>nothing in the file is a reply</source>
        <translation>檔案裡沒有回覆</translation>
    </message>
    <message>
        <source>the JSON breaks off or is not well formed</source>
        <translation>JSON 不完整或格式不對</translation>
    </message>
    <message>
        <source>JSON that quickdesk did not write</source>
        <translation>不是 quickdesk 匯出的 JSON</translation>
    </message>
    <message>
        <source>written by a newer quickdesk; update to import it</source>
        <translation>由較新版本的 quickdesk 匯出；請更新後再匯入</translation>
    </message>
    <message>
        <source>had no title: its beginning became the title</source>
        <translation>沒有標題：用開頭的文字當標題</translation>
    </message>
    <message>
        <source>has braces that are no fields: they stay as text</source>
        <translation>有不是欄位的大括號：保留為文字</translation>
    </message>
    <message>
        <source>has a placeholder twice that can mean two things: numbered</source>
        <translation>同一個變數出現兩次，可能不是同一內容：已加序號區分</translation>
    </message>
    <message>
        <source>Undone: {what} ({when})</source>
        <translation>已復原：{what}（{when}）</translation>
    </message>
    <message>
        <source>As before again ({count}): {titles}</source>
        <translation>已恢復原樣（{count}）：{titles}</translation>
    </message>
    <message>
        <source>In the trash now ({count}): {titles}</source>
        <translation>現在在資源回收筒（{count}）：{titles}</translation>
    </message>
    <message>
        <source>a reply was added</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>a reply was changed</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>a reply was moved to the trash</source>
        <translation>移到資源回收筒</translation>
    </message>
    <message>
        <source>a reply was brought back from the trash</source>
        <translation>從資源回收筒還原</translation>
    </message>
    <message>
        <source>replies were imported</source>
        <translation>匯入回覆</translation>
    </message>
    <message>
        <source>a backup was restored</source>
        <translation>還原備份</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Reply not sent</source>
        <translation>回覆沒有傳送</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已儲存：{title}</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}</source>
        <translation>已移到資源回收筒：{title}</translation>
    </message>
    <message>
        <source>Back with: quickdesk undo</source>
        <translation>還原：quickdesk undo</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed</source>
        <translation>已匯入：新增 {new} 則，變更 {changed} 則</translation>
    </message>
    <message>
        <source>Taken back with: quickdesk undo</source>
        <translation>復原：quickdesk undo</translation>
    </message>
    <message>
        <source>Reply not saved</source>
        <translation>回覆沒有儲存</translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong</source>
        <translation>quickdesk 發生問題</translation>
    </message>
    <message>
        <source>Your replies are safe. What happened was noted in quickdesk.log.</source>
        <translation>回覆都還在。經過已記錄在 quickdesk.log。</translation>
    </message>
    <message>
        <source>Reply not copied: the system did not give the clipboard</source>
        <translation>回覆沒有複製成功：系統沒有讓出剪貼簿</translation>
    </message>
    <message>
        <source>Open the palette and choose it again. On Wayland, install wl-clipboard first.</source>
        <translation>請開啟面板再選一次。Wayland 上請先安裝 wl-clipboard。</translation>
    </message>
    <message>
        <source>What you copied meanwhile is on the clipboard. Open the palette and choose it again.</source>
        <translation>剪貼簿裡是您剛才複製的內容。請開啟面板再選一次。</translation>
    </message>
    <message>
        <source>A part of it was too large or too slow. Copy it again if you need it.</source>
        <translation>有一部分內容太大或太慢。需要的話請重新複製。</translation>
    </message>
    <message>
        <source>The program it came from did not answer. Copy it again if you need it.</source>
        <translation>原本的程式沒有回應。需要的話請重新複製。</translation>
    </message>
    <message>
        <source>Reply pasted, but the clipboard is not as it was</source>
        <translation>回覆已貼上，但剪貼簿沒有恢復原狀</translation>
    </message>
    <message>
        <source>Nothing was lost. The damaged file is kept as {path}.</source>
        <translation>沒有遺失任何內容。損毀的檔案保留為 {path}。</translation>
    </message>
    <message>
        <source>The version before it is in use. The damaged file is kept as {path}.</source>
        <translation>目前使用上一個版本。損毀的檔案保留在 {path}。</translation>
    </message>
    <message>
        <source>No earlier version was found. The damaged file is kept as {path}.</source>
        <translation>找不到更早的版本。損毀的檔案保留在 {path}。</translation>
    </message>
    <message>
        <source>A data file was damaged</source>
        <translation>有一個資料檔已損毀</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. The damaged part is kept as {path}.</source>
        <translation>遺失的變更（{kind}）：{changes}。損毀的部分保留為 {path}。</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. They stood in {path}.</source>
        <translation>遺失的變更（{kind}）：{changes}。原本在 {path} 中。</translation>
    </message>
    <message>
        <source>some</source>
        <translation>若干</translation>
    </message>
    <message>
        <source>Some changes could not be read</source>
        <translation>有些變更讀不出來</translation>
    </message>
    <message>
        <source>The disk is full. Replies can be used as before. To change them, free some space for {path}, then start quickdesk again.</source>
        <translation>磁碟已滿。回覆可以照常使用。要變更，請為 {path} 騰出空間，再重新啟動 quickdesk。</translation>
    </message>
    <message>
        <source>Hotkey: from the X server</source>
        <translation>快速鍵：由 X 伺服器提供</translation>
    </message>
    <message>
        <source>Hotkey: the keyboard package, which listens to all keys</source>
        <translation>快速鍵：由 keyboard 套件提供，它會監聽所有按鍵</translation>
    </message>
    <message>
        <source>Hotkey: bind a key of the desktop to the command quickdesk toggle</source>
        <translation>快速鍵：請在桌面設定裡把 quickdesk toggle 綁定到一個按鍵</translation>
    </message>
    <message>
        <source>Hotkey: none works here</source>
        <translation>快速鍵：這裡無法使用</translation>
    </message>
    <message>
        <source>Replies: pasted into the window you came from</source>
        <translation>回覆：直接貼到原來的視窗</translation>
    </message>
    <message>
        <source>Replies: copied, you paste them yourself</source>
        <translation>回覆：只複製，由你自行貼上</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>請填寫{field}。</translation>
    </message>
    <message>
        <source>Too long: {field}. Shorten it.</source>
        <translation>{field}太長，請縮短。</translation>
    </message>
    <message>
        <source>Too many parts: {field}. Take some away.</source>
        <translation>{field}的數量太多，請減少一些。</translation>
    </message>
    <message>
        <source>A character that cannot be stored or sent: {field}. Remove it.</source>
        <translation>{field}裡有無法儲存或傳送的字元，請刪除。</translation>
    </message>
    <message>
        <source>The fields cannot be read: {field}.</source>
        <translation>{field}裡的欄位寫法無法辨識。</translation>
    </message>
    <message>
        <source>title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation>按 {keys} 開啟面板</translation>
    </message>
    <message>
        <source>{keys} is already taken by {holder}</source>
        <translation>{keys} 已被 {holder} 使用</translation>
    </message>
    <message>
        <source>{keys} is already taken by another program</source>
        <translation>{keys} 已被其他程式使用</translation>
    </message>
    <message>
        <source>Choose other keys here, or free these in that program.</source>
        <translation>請在這裡換一組按鍵，或在那個程式裡取消使用。</translation>
    </message>
    <message>
        <source>{keys} is not on this keyboard layout</source>
        <translation>這個鍵盤配置上沒有 {keys}</translation>
    </message>
    <message>
        <source>Choose keys that this keyboard has.</source>
        <translation>請換成這個鍵盤上有的按鍵。</translation>
    </message>
    <message>
        <source>No global hotkey works here</source>
        <translation>這裡沒有可用的全域快速鍵</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Reply pasted</source>
        <translation>已貼上回覆</translation>
    </message>
    <message>
        <source>Reply copied</source>
        <translation>已複製回覆</translation>
    </message>
    <message>
        <source>Click the chat box and paste it with {keys}.</source>
        <translation>點一下聊天框，按 {keys} 貼上。</translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not come back to the front</source>
        <translation>沒有貼上：聊天視窗沒有回到最前面</translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Click the chat box and press {keys}.</source>
        <translation>回覆在剪貼簿裡。點一下聊天框，再按 {keys}。</translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not take the reply</source>
        <translation>沒有貼上：聊天視窗沒有接收回覆</translation>
    </message>
    <message>
        <source>Not pasted: the chat window was closed</source>
        <translation>沒有貼上：聊天視窗已關閉</translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Open the chat again and press {keys}.</source>
        <translation>回覆在剪貼簿裡。重新開啟聊天，再按 {keys}。</translation>
    </message>
    <message>
        <source>A data file could not be read</source>
        <translation>有一個資料檔無法讀取</translation>
    </message>
    <message>
        <source>It was set aside unchanged as {path} and not overwritten. quickdesk goes on without it.</source>
        <translation>檔案已原樣保留在 {path}，沒有被覆寫。quickdesk 會繼續執行，但用不到裡面的內容。</translation>
    </message>
    <message>
        <source>The data was written by a newer quickdesk</source>
        <translation>資料由較新版本的 quickdesk 寫入</translation>
    </message>
    <message>
        <source>{path} was not touched. Update quickdesk to open it.</source>
        <translation>沒有更動 {path}。請更新 quickdesk 後再開啟。</translation>
    </message>
    <message>
        <source>Another quickdesk is using the data</source>
        <translation>另一個 quickdesk 正在使用資料</translation>
    </message>
    <message>
        <source>Nothing was changed in {path}. Quit the other one, then try again.</source>
        <translation>沒有更動 {path}。請結束另一個 quickdesk，再試一次。</translation>
    </message>
    <message>
        <source>Read-only: changes cannot be saved</source>
        <translation>唯讀：變更無法儲存</translation>
    </message>
    <message>
        <source>Replies can be used as before. To change them, allow writing in {path} and try again.</source>
        <translation>回覆可以照常使用。要變更回覆，請允許寫入 {path}，再試一次。</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>沒有儲存：磁碟已滿</translation>
    </message>
    <message>
        <source>What was stored before is as it was. Free some space for {path} and save again.</source>
        <translation>之前儲存的內容沒有變。請為 {path} 騰出空間，再儲存一次。</translation>
    </message>
    <message>
        <source>A data file may not be read</source>
        <translation>沒有讀取資料檔的權限</translation>
    </message>
    <message>
        <source>{path} was not touched. Allow reading it, then start quickdesk again.</source>
        <translation>沒有更動 {path}。請允許讀取它，然後重新啟動 quickdesk。</translation>
    </message>
    <message>
        <source>Press the keys to use.</source>
        <translation>請按下要用的按鍵。</translation>
    </message>
    <message>
        <source>Hold these keys and press one more.</source>
        <translation>按住這些按鍵，再按一個按鍵。</translation>
    </message>
    <message>
        <source>Use one key together with Ctrl, Alt, Shift or the system key.</source>
        <translation>請用一個按鍵搭配 Ctrl、Alt、Shift 或系統鍵。</translation>
    </message>
    <message>
        <source>This key cannot be part of a hotkey. Choose another one.</source>
        <translation>這個按鍵不能用在快速鍵裡，請換一個。</translation>
    </message>
    <message>
        <source>This key alone is needed for typing. Add Ctrl, Alt or the system key.</source>
        <translation>單獨這個按鍵打字時要用，請加上 Ctrl、Alt 或系統鍵。</translation>
    </message>
    <message>
        <source>The system, the input method or other programs need these keys. Choose others.</source>
        <translation>系統、輸入法或其他程式要用這組按鍵，請換一組。</translation>
    </message>
    <message>
        <source>This desktop lets no program watch for hotkeys. In its keyboard settings, bind a key to the command: quickdesk toggle</source>
        <translation>這個桌面不允許程式監聽快速鍵。請在桌面的鍵盤設定裡，為這個命令綁定一個按鍵：quickdesk toggle</translation>
    </message>
    <message>
        <source>The system does not let quickdesk watch the keyboard. In the desktop&apos;s keyboard settings, bind a key to the command: quickdesk toggle</source>
        <translation>系統不允許 quickdesk 監聽鍵盤。請在桌面的鍵盤設定裡，為這個命令綁定一個按鍵：quickdesk toggle</translation>
    </message>
    <message>
        <source>The connection to the display broke. Start quickdesk again to get the hotkey back.</source>
        <translation>與圖形介面的連線中斷了。重新啟動 quickdesk，快速鍵就會恢復。</translation>
    </message>
    <message>
        <source>The hotkey is switched off because quickdesk is ending.</source>
        <translation>quickdesk 正在結束，快速鍵已關閉。</translation>
    </message>
    <message>
        <source>A field is not closed: add } on the same line, or write {{ for a plain brace.</source>
        <translation>欄位沒有結尾：請在同一行補上 }；要寫大括號本身，請寫 {{。</translation>
    </message>
    <message>
        <source>A } closes no field: remove it, or write }} for a plain brace.</source>
        <translation>多了一個 }：請刪除；要寫大括號本身，請寫 }}。</translation>
    </message>
    <message>
        <source>A field cannot stand inside another one: close the first with } before the next {.</source>
        <translation>欄位裡面不能再有欄位：請先用 } 結束前一個，再寫 {。</translation>
    </message>
    <message>
        <source>A field has no name: write one between the braces.</source>
        <translation>欄位沒有名稱：請寫在大括號裡。</translation>
    </message>
    <message>
        <source>This cannot name a field: begin with a letter or digit and use at most {most} characters.</source>
        <translation>不能當作欄位的名稱：請以文字、字母或數字開頭，最多 {most} 個字元。</translation>
    </message>
    <message>
        <source>A choice is empty: fill it in or remove its |.</source>
        <translation>有一個選項是空的：請填寫，或刪除它的 |。</translation>
    </message>
    <message>
        <source>This field is filled by quickdesk: remove what follows its name.</source>
        <translation>這個欄位由 quickdesk 自動填寫：請刪除名稱後面的內容。</translation>
    </message>
    <message>
        <source>Too many fields: a reply holds up to {most} of them.</source>
        <translation>欄位太多：一則回覆最多 {most} 個。</translation>
    </message>
    <message>
        <source>Too long: a reply holds up to {most} characters.</source>
        <translation>太長：一則回覆最多 {most} 個字元。</translation>
    </message>
    <message>
        <source>Still to fill in: {names}</source>
        <translation>還要填：{names}</translation>
    </message>
    <message>
        <source>The finished reply is too long to send. Shorten a value.</source>
        <translation>填好的回覆太長，無法傳送。請縮短填寫的內容。</translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation>回覆是空的，沒有可傳送的內容。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
</context>
</TS>
