<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionsMenu</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Find an action: words, pinyin or initials</source>
        <translation>尋找操作：文字、拼音或首字母</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>尋找操作</translation>
    </message>
    <message>
        <source>No action has this name.</source>
        <translation>沒有這個操作。</translation>
    </message>
</context>
<context>
    <name>BoardTree</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>訴求</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>下次跟進</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情緒</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
</context>
<context>
    <name>BodyEdit</name>
    <message>
        <source>{count} places to fix</source>
        <translation>有 {count} 處要修正</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>另有 {count} 處。</translation>
    </message>
    <message>
        <source>{line}: {flaw}</source>
        <translation>{line}：{flaw}</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
<context>
    <name>BoxesPane</name>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Filled in by the shop&apos;s facts; changes are for this reply only</source>
        <translation>賣場資料已填好；在這裡改，只改這一則</translation>
    </message>
    <message>
        <source>Filled in from the card of {customer}; changes are for this reply only</source>
        <translation>由 {customer} 的客戶卡填入，變更只用於這則回覆</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>New customer</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ 已儲存</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>隱藏號碼</translation>
    </message>
    <message>
        <source>Phones, addresses and order numbers (Ctrl+H)</source>
        <translation>電話、地址和訂單編號（Ctrl+H）</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>沒有選擇客戶</translation>
    </message>
</context>
<context>
    <name>CaseBoard</name>
    <message>
        <source>Promised until: {text}</source>
        <translation>承諾時限：{text}</translation>
    </message>
    <message>
        <source>Offered: {text}</source>
        <translation>已提供：{text}</translation>
    </message>
    <message>
        <source>Solution: {text}</source>
        <translation>方案：{text}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Missing to close it: {fields}</source>
        <translation>結案前還缺：{fields}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>No open cases. A case keeps a problem of a customer in sight until it is solved.</source>
        <translation>沒有未結案的案件。案件讓客戶的問題一直在眼前，直到解決。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>This is no date</source>
        <translation>這不是日期</translation>
    </message>
    <message>
        <source>Write it as 12-31 or +3, or leave it empty.</source>
        <translation>請寫成 12-31 或 +3，也可以留白。</translation>
    </message>
    <message>
        <source>Case: {customer}</source>
        <translation>案件：{customer}</translation>
    </message>
    <message>
        <source>Save case</source>
        <translation>儲存案件</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ContactEdit</name>
    <message>
        <source>Do not contact</source>
        <translation>不要聯絡</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason not to contact the customer</source>
        <translation>不要聯絡這位客戶的原因</translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>For {customer}</source>
        <translation>給 {customer}</translation>
    </message>
    <message>
        <source>For no customer</source>
        <translation>未選客戶</translation>
    </message>
    <message>
        <source>No customer is current now. This form keeps its customer.</source>
        <translation>現在沒有目前客戶。這份表單仍屬於原本的客戶。</translation>
    </message>
    <message>
        <source>The current customer is {other} now. Nothing here comes from that card.</source>
        <translation>目前客戶已是 {other}。這裡沒有來自該客戶卡的內容。</translation>
    </message>
    <message>
        <source>The current customer is {other} now. This form stays with {customer}.</source>
        <translation>目前客戶已是 {other}。這份表單仍給 {customer}。</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Do not contact: {reason}</source>
        <translation>請勿聯絡：{reason}</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>不要聯絡</translation>
    </message>
    <message>
        <source>No card for {nickname}</source>
        <translation>{nickname} 還沒有客戶卡</translation>
    </message>
    <message>
        <source>No current customer</source>
        <translation>沒有目前客戶</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>已開啟 {count} 位</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>e.g. tk</source>
        <translation>如 tk</translation>
    </message>
    <message>
        <source>After-sales/Returns</source>
        <translation>售後/退貨</translation>
    </message>
    <message>
        <source>Separate with spaces</source>
        <translation>以空格分隔</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This code already belongs to: {titles} and {count} more</source>
        <translation>這個代碼已用於：{titles}，還有 {count} 則</translation>
    </message>
    <message>
        <source>This code already belongs to: {titles}</source>
        <translation>這個代碼已用於：{titles}</translation>
    </message>
    <message>
        <source>For colleagues only: never pasted, not searched</source>
        <translation>只給同事看：不會貼上，也不參與搜尋</translation>
    </message>
    <message>
        <source>As buyers put it, separated by semicolons; finds the reply</source>
        <translation>買家會怎麼問，用分號隔開，也能搜到</translation>
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
        <source>Other ways to ask</source>
        <translation>問法</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>DockView</name>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>No current customer. Copy a nickname in the chat and press the hotkey.</source>
        <translation>沒有目前客戶。在聊天中複製暱稱，再按快速鍵。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>隱藏號碼</translation>
    </message>
    <message>
        <source>Open out</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Fold up</source>
        <translation>收合</translation>
    </message>
    <message>
        <source>Close the dock</source>
        <translation>關閉側欄</translation>
    </message>
</context>
<context>
    <name>DockWindow</name>
    <message>
        <source>Customer dock</source>
        <translation>客戶側欄</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Unsaved draft ({time}): {title}</source>
        <translation>有未儲存的草稿（{time}）：{title}</translation>
    </message>
    <message>
        <source>Unsaved draft ({time})</source>
        <translation>有未儲存的草稿（{time}）</translation>
    </message>
    <message>
        <source>Filled in at {time}, not sent: {title}</source>
        <translation>{time} 填寫的內容沒有送出：{title}</translation>
    </message>
    <message>
        <source>Filled in at {time}, not sent</source>
        <translation>{time} 填寫的內容沒有送出</translation>
    </message>
    <message>
        <source>Typed at {time}, not saved: {title}</source>
        <translation>{time} 輸入的內容沒有儲存：{title}</translation>
    </message>
</context>
<context>
    <name>EditorFoot</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save and paste</source>
        <translation>儲存並貼上</translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation>儲存回覆</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing to show</source>
        <translation>沒有可顯示的內容</translation>
    </message>
    <message>
        <source>Nothing found for &quot;{query}&quot;</source>
        <translation>找不到「{query}」</translation>
    </message>
    <message>
        <source>Try fewer letters, or Ctrl+G for replies to the copied message.</source>
        <translation>少輸入幾個字試試，或按 Ctrl+G 為複製的訊息推薦回覆。</translation>
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
        <source>Create your first one here, or import a list: quickdesk import FILE</source>
        <translation>在這裡新增第一則，或用命令匯入：quickdesk import FILE</translation>
    </message>
    <message>
        <source>Create a reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>No customers to show</source>
        <translation>沒有可顯示的客戶</translation>
    </message>
    <message>
        <source>Type @ and a nickname to make a card.</source>
        <translation>輸入 @ 和暱稱，就能建立一張客戶卡。</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase {label} for good?</source>
        <translation>要徹底刪除 {label} 嗎？</translation>
    </message>
    <message>
        <source>Notes: {notes}, cases: {cases}</source>
        <translation>備註：{notes}，案件：{cases}</translation>
    </message>
    <message>
        <source>The card goes with its notes, orders, cases and timeline, and so do cards in the trash that have the same nickname or phone. Nothing of it is left in any file, journal or backup in the data folder, nor in the history of undo. Backups there that cannot be read are deleted, because nobody can tell what is in them. Backups and exports in other places still have it.</source>
        <translation>卡片連同備註、訂單、案件和時間軸一起刪除，資源回收筒裡暱稱或電話相同的卡片也一起刪除。資料位置裡的任何檔案、日誌和備份，以及復原記錄裡都不再留下任何內容。那裡讀不出的備份會被刪除，因為無法知道裡面有什麼。其他地方的備份和匯出檔裡仍然有。</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>正在刪除…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作無法復原。</translation>
    </message>
    <message>
        <source>Erase for good (Ctrl+Enter)</source>
        <translation>徹底刪除（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Keep (Esc)</source>
        <translation>保留（Esc）</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>no limit</source>
        <translation>長期</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>欄位名稱</translation>
    </message>
    <message>
        <source>New fact</source>
        <translation>新的資料</translation>
    </message>
    <message>
        <source>{name}: last day</source>
        <translation>{name}：有效期限的最後一天</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Expired: the forms ask again</source>
        <translation>已過期，表單會重新詢問</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FactsFoot</name>
    <message>
        <source>Removed: {name}</source>
        <translation>已刪除：{name}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Used by: {titles}</source>
        <translation>用到的回覆：{titles}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>FactsWindow</name>
    <message>
        <source>Shop facts</source>
        <translation>賣場資料</translation>
    </message>
    <message>
        <source>What is the same for every buyer. A field with the name of a fact is filled in by itself, in every reply.</source>
        <translation>對每位買家都一樣的內容，在這裡設定一次，所有回覆裡同名的欄位都會自動填好。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Filled in with</source>
        <translation>填入的內容</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期限</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>用到的回覆</translation>
    </message>
    <message>
        <source>These save most questions</source>
        <translation>先填這些，省下的提問最多</translation>
    </message>
    <message>
        <source>Another fact</source>
        <translation>其他資料</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>Changed elsewhere meanwhile to: {value}</source>
        <translation>別處已改為：{value}</translation>
    </message>
    <message>
        <source>Use that</source>
        <translation>用別處的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>用我寫的</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Fill in: {title}</source>
        <translation>填寫：{title}</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Fill-in field</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>field in a reply</comment>
        <translation>{名稱}</translation>
    </message>
    <message>
        <source>Fill-in field with a default</source>
        <translation>填寫，附預設值</translation>
    </message>
    <message>
        <source>{name:default}</source>
        <comment>field in a reply</comment>
        <translation>{名稱:預設值}</translation>
    </message>
    <message>
        <source>{name|first|second}</source>
        <comment>field in a reply</comment>
        <translation>{名稱|選項一|選項二}</translation>
    </message>
    <message>
        <source>Choice, the first suggested</source>
        <translation>選項，先選第一項</translation>
    </message>
    <message>
        <source>Choice without a suggestion, for facts and promises</source>
        <translation>選項，一項也不先選（用於事實和承諾）</translation>
    </message>
    <message>
        <source>{name:|first|second}</source>
        <comment>field in a reply</comment>
        <translation>{名稱:|選項一|選項二}</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>今天的日期</translation>
    </message>
    <message>
        <source>{date}</source>
        <comment>field in a reply</comment>
        <translation>{日期}</translation>
    </message>
    <message>
        <source>Current time</source>
        <translation>現在的時間</translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>field in a reply</comment>
        <translation>{時間}</translation>
    </message>
    <message>
        <source>Clipboard text</source>
        <translation>剪貼簿的文字</translation>
    </message>
    <message>
        <source>{clipboard}</source>
        <comment>field in a reply</comment>
        <translation>{剪貼簿}</translation>
    </message>
    <message>
        <source>Cursor position</source>
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
        <source>required</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>Fill in everywhere: Ctrl+S</source>
        <translation>以後都這樣填：Ctrl+S</translation>
    </message>
    <message>
        <source>Make this value a fact of the shop</source>
        <translation>把這個內容設為賣場資料</translation>
    </message>
    <message>
        <source>From now on the shop&apos;s facts fill in this field in every reply</source>
        <translation>設為賣場資料，以後每則回覆裡的這個欄位都自動填好</translation>
    </message>
    <message>
        <source>Keep on the card: Alt+K</source>
        <translation>存到客戶卡：Alt+K</translation>
    </message>
    <message>
        <source>Keep this value on the customer&apos;s card</source>
        <translation>把這個值存到客戶卡</translation>
    </message>
    <message>
        <source>From now on the card fills in this field in every reply to this customer</source>
        <translation>以後給這位客戶的回覆都由客戶卡填入這個欄位</translation>
    </message>
    <message>
        <source>Kept: it is on the customer&apos;s card</source>
        <translation>已存到客戶卡</translation>
    </message>
</context>
<context>
    <name>ForgetPart</name>
    <message>
        <source>This cannot be undone.</source>
        <translation>清除後無法復原。</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>Forget what was learnt</source>
        <translation>清除學到的內容</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>確定清除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>FormFooter</name>
    <message>
        <source>Copy reply</source>
        <translation>複製回覆</translation>
    </message>
    <message>
        <source>Paste reply</source>
        <translation>貼上回覆</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>quickdesk is ready</source>
        <translation>quickdesk 已就緒</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>quickdesk</source>
        <translation>quickdesk</translation>
    </message>
    <message>
        <source>quickdesk stays in the tray when you close this window.</source>
        <translation>關閉這個視窗後，quickdesk 會留在系統匣裡。</translation>
    </message>
    <message>
        <source>This desktop has no tray, so quickdesk shows this window. Minimise it to keep quickdesk running; closing it quits quickdesk.</source>
        <translation>這個桌面沒有系統匣，所以 quickdesk 顯示這個視窗。最小化後 quickdesk 會繼續執行；關閉視窗就會結束。</translation>
    </message>
    <message>
        <source>The panel with the tray icon has closed, so quickdesk shows this window. Minimise it to keep quickdesk running; closing it quits quickdesk.</source>
        <translation>放系統匣圖示的工作列已關閉，所以 quickdesk 顯示這個視窗。最小化後 quickdesk 會繼續執行；關閉視窗就會結束。</translation>
    </message>
    <message>
        <source>The hotkey is off until you resume it</source>
        <translation>快速鍵已暫停，等待手動恢復</translation>
    </message>
    <message>
        <source>The hotkey is off until {time}</source>
        <translation>快速鍵已暫停，{time} 恢復</translation>
    </message>
    <message>
        <source>The palette still opens from this window.</source>
        <translation>在這個視窗裡仍然可以開啟面板。</translation>
    </message>
    <message>
        <source>quickdesk is paused</source>
        <translation>quickdesk 已暫停</translation>
    </message>
</context>
<context>
    <name>HotkeyRecorder</name>
    <message>
        <source>Hotkey</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>請按下按鍵</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止錄製</translation>
    </message>
    <message>
        <source>Esc keeps the current hotkey, Backspace restores the default.</source>
        <translation>按 Esc 保留目前的快速鍵，按 Backspace 改回預設值。</translation>
    </message>
    <message>
        <source>No key arrived. If you pressed one, another program has taken it: choose others.</source>
        <translation>沒有收到按鍵。如果按過，表示已被其他程式佔用，請改用別的按鍵。</translation>
    </message>
    <message>
        <source>Record new keys</source>
        <translation>錄製新快速鍵</translation>
    </message>
    <message>
        <source>{key} opens the palette in every program, and no other program gets it.</source>
        <translation>在所有程式裡按 {key} 都會開啟面板，其他程式收不到它。</translation>
    </message>
    <message>
        <source>No other program gets {key}.</source>
        <translation>其他程式收不到 {key}。</translation>
    </message>
</context>
<context>
    <name>LexiconWindow</name>
    <message>
        <source>Words of the shop</source>
        <translation>賣場詞庫</translation>
    </message>
    <message>
        <source>Write words that mean the same in one line, with spaces between them: who types one of them finds replies with the others too. With &gt; the words before it also find those after it, but not the other way round.</source>
        <translation>意思相同的詞寫在一行，用空格隔開：輸入其中一個，也能找到含其他詞的回覆。用 &gt; 時，前面的詞也能找到後面的詞，反過來不行。</translation>
    </message>
    <message>
        <source>鞋 鞋子 球鞋
小白 &gt; 帆布鞋 白色</source>
        <translation>鞋 鞋子 球鞋
小白 &gt; 帆布鞋 白色</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>還有 {count} 處</translation>
    </message>
    <message>
        <source>Lines with words: {count}</source>
        <translation>有詞的行：{count}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search for customers</source>
        <translation>搜尋客戶</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>資源回收筒</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>In the trash: {count}</source>
        <translation>資源回收筒中：{count}</translation>
    </message>
    <message>
        <source>Customers: {count}</source>
        <translation>客戶：{count}</translation>
    </message>
    <message>
        <source>By last contact</source>
        <translation>依最近聯絡</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>← All customers</source>
        <translation>← 所有客戶</translation>
    </message>
    <message>
        <source>Trash ({count})</source>
        <translation>資源回收筒（{count}）</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>資源回收筒是空的。</translation>
    </message>
    <message>
        <source>No customer found. Ctrl+N makes a card with this nickname.</source>
        <translation>找不到客戶。按 Ctrl+N 以這個暱稱新增客戶卡。</translation>
    </message>
    <message>
        <source>No customers yet. Ctrl+N makes the first card.</source>
        <translation>還沒有客戶。按 Ctrl+N 新增第一張客戶卡。</translation>
    </message>
    <message>
        <source>Nickname, tag, note, number</source>
        <translation>暱稱、標籤、備註、號碼末幾碼</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge two customers</source>
        <translation>合併兩位客戶</translation>
    </message>
    <message>
        <source>Notes, orders and cases of both are kept on the card that stays. Ctrl+Z undoes it.</source>
        <translation>雙方的備註、訂單和案件都留在保留的客戶卡上。按 Ctrl+Z 復原。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Keep the other card</source>
        <translation>改為保留另一張</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stays: {label}</source>
        <translation>保留：{label}</translation>
    </message>
    <message>
        <source>Goes to the trash: {label}</source>
        <translation>移到資源回收筒：{label}</translation>
    </message>
    <message>
        <source>Becomes: {label}</source>
        <translation>合併後：{label}</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Keep on top</source>
        <translation>置頂</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>編輯備註</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>刪除備註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>將備註做成回覆</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>No customer is chosen yet</source>
        <translation>尚未選擇客戶</translation>
    </message>
    <message>
        <source>Note for: {customer}</source>
        <translation>備註：{customer}</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>選擇客戶</translation>
    </message>
    <message>
        <source>a bank card number</source>
        <translation>銀行卡號</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>a one-time code</source>
        <translation>驗證碼</translation>
    </message>
    <message>
        <source>an identity card number</source>
        <translation>身分證號碼</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This looks like {data}. It does not belong in a note.</source>
        <translation>這裡像是有{data}，不該寫進備註。</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>備註內容</translation>
    </message>
    <message>
        <source>Nothing is selected or copied. Type the note.</source>
        <translation>沒有選取或複製文字，請直接輸入。</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Write a note</source>
        <translation>寫一則備註</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新備註</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>新增備註</translation>
    </message>
    <message>
        <source>Older notes ({count})</source>
        <translation>更早的備註（{count}）</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>No reply fits</source>
        <translation>沒有符合的回覆</translation>
    </message>
    <message>
        <source>These are only the nearest. Choose one with Down, or Alt and a digit.</source>
        <translation>以下只是最接近的幾則，按 ↓ 或 Alt+數字選用。</translation>
    </message>
    <message>
        <source>No reply fits. The nearest:</source>
        <translation>沒有符合的回覆，最接近的：</translation>
    </message>
</context>
<context>
    <name>OrderLinksEditor</name>
    <message>
        <source>Add a link</source>
        <translation>新增連結</translation>
    </message>
    <message>
        <source>An address begins with https:// and has {place} where the order number stands.</source>
        <translation>網址以 https:// 開頭，訂單編號的位置寫 {place}。</translation>
    </message>
</context>
<context>
    <name>OrdersEdit</name>
    <message>
        <source>Add an order</source>
        <translation>新增訂單</translation>
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
    <name>PaletteFooter</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Keys you can use now</source>
        <translation>目前可用的按鍵</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Type of message</source>
        <translation>通知類型</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填寫</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>選定客戶</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新增客戶卡</translation>
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
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Suggested for: {message}</source>
        <translation>為此推薦：{message}</translation>
    </message>
</context>
<context>
    <name>PassphrasePart</name>
    <message>
        <source>New passphrase, at least eight characters</source>
        <translation>新密碼，至少八個字元</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再輸入一次</translation>
    </message>
    <message>
        <source>A forgotten passphrase cannot be recovered: only the recovery key opens the customers then.</source>
        <translation>忘記的密碼找不回來：那時只有復原金鑰能開啟客戶資料。</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>變更密碼</translation>
    </message>
    <message>
        <source>Set passphrase</source>
        <translation>設定密碼</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>取消密碼</translation>
    </message>
    <message>
        <source>A forgotten passphrase cannot be recovered, and there is no recovery key yet that would open the customers then: make one below.</source>
        <translation>忘記的密碼找不回來，而現在還沒有復原金鑰，到時無法開啟客戶資料：請在下面產生。</translation>
    </message>
    <message>
        <source>Passphrase until now, to change or remove it</source>
        <translation>目前的密碼，變更或取消時要輸入</translation>
    </message>
</context>
<context>
    <name>PasteKeysEditor</name>
    <message>
        <source>Add program</source>
        <translation>新增程式</translation>
    </message>
    <message>
        <source>{program} is listed twice. The first row is used.</source>
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
        <source>Remark</source>
        <translation>備註</translation>
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
        <source>Error in the reply</source>
        <translation>回覆中的錯誤</translation>
    </message>
    <message>
        <source>Showing only the beginning</source>
        <translation>只顯示開頭部分</translation>
    </message>
    <message>
        <source>Other ways to ask</source>
        <translation>問法</translation>
    </message>
</context>
<context>
    <name>ProtectionWindow</name>
    <message>
        <source>Protection of customers</source>
        <translation>客戶資料保護</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>復原金鑰</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即鎖定</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>換新金鑰</translation>
    </message>
    <message>
        <source>Encrypts everything again. Passphrase and recovery key stay; backups from before still open with the key before.</source>
        <translation>全部重新加密，密碼和復原金鑰不變；以前的備份仍可用舊金鑰開啟。</translation>
    </message>
</context>
<context>
    <name>QuestionWindow</name>
    <message>
        <source>Current customer</source>
        <translation>目前客戶</translation>
    </message>
</context>
<context>
    <name>QuickNote</name>
    <message>
        <source>Quick note</source>
        <translation>速記</translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message>
        <source>Print or write it down and keep it away from this computer. It is not shown again.</source>
        <translation>請列印或抄下來，不要和這台電腦放在一起。它不會再次顯示。</translation>
    </message>
    <message>
        <source>There is one. A new one makes it invalid.</source>
        <translation>已有一個。產生新的後，它就失效。</translation>
    </message>
    <message>
        <source>It opens the customers if their key is lost, and backups on another computer.</source>
        <translation>金鑰遺失時，它能開啟客戶資料，也能在另一台電腦上開啟備份。</translation>
    </message>
    <message>
        <source>Type a recovery key to open customers that do not open</source>
        <translation>客戶資料打不開時，在此輸入復原金鑰</translation>
    </message>
    <message>
        <source>Passphrase, to make a recovery key</source>
        <translation>輸入密碼後才能產生復原金鑰</translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation>產生復原金鑰</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
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
    <name>RetentionWindow</name>
    <message>
        <source>Inactive customers: {count}</source>
        <translation>沒有新記錄的客戶：{count}</translation>
    </message>
    <message>
        <source>Closed cases of others: {count}</source>
        <translation>其他客戶已結案的案件：{count}</translation>
    </message>
    <message>
        <source>Timeline entries of others: {count}</source>
        <translation>其他客戶的時間軸記錄：{count}</translation>
    </message>
    <message>
        <source>How long customers are kept</source>
        <translation>客戶資料保留多久</translation>
    </message>
    <message>
        <source>Kept longer than the settings say</source>
        <translation>超過設定期限的內容</translation>
    </message>
    <message>
        <source>Customers go with their notes, cases and timeline. It is erased from every file, also from the backups in the data folder, and cannot be undone.</source>
        <translation>客戶連同備註、案件和時間軸一起刪除。會從每個檔案裡徹底刪除，包括資料位置裡的備份，無法復原。</translation>
    </message>
    <message>
        <source>Nothing has been kept longer than the settings say</source>
        <translation>沒有超過設定期限的內容</translation>
    </message>
    <message>
        <source>Customers with an open case are kept, and those not to be contacted.</source>
        <translation>有未結案案件的客戶和不要聯絡的客戶會一直保留。</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>徹底刪除…</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>確定徹底刪除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected: {count}</source>
        <translation>已選：{count}</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>加標籤…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到資源回收筒</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Tag for all selected customers</source>
        <translation>為所選客戶加的標籤</translation>
    </message>
    <message>
        <source>Tag for all, then Enter</source>
        <translation>為所選客戶加的標籤，按 Enter 確定</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
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
        <source>Appearance</source>
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
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Similar sounds</source>
        <translation>模糊音</translation>
    </message>
    <message>
        <source>In pinyin, each ticked pair counts as the same sound.</source>
        <translation>拼音中，勾選的每一對視為同一個音來搜尋。</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>貼上鍵</translation>
    </message>
    <message>
        <source>Add programs that use different keys to paste. The palette shows a program&apos;s name above the search box.</source>
        <translation>為貼上鍵不同的程式單獨設定。程式的名稱顯示在面板的搜尋框上方。</translation>
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
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>預覽…</translation>
    </message>
    <message>
        <source>Words of the shop</source>
        <translation>賣場詞庫</translation>
    </message>
    <message>
        <source>Words that mean the same in your shop find each other.</source>
        <translation>在賣場裡意思相同的詞可以互相找到。</translation>
    </message>
    <message>
        <source>Edit words</source>
        <translation>編輯詞庫</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Learn from use</source>
        <translation>從使用中學習</translation>
    </message>
    <message>
        <source>Replies that are used often come first; forms offer the values used last.</source>
        <translation>常用的回覆排在前面；表單會預填上次用過的值。</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>學到的內容</translation>
    </message>
    <message>
        <source>Forgets which replies were used, messages answered and values of fields. Statistics and backups stay.</source>
        <translation>清除回覆的使用習慣、回過的訊息和填過的值；統計和備份保留。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Protection…</source>
        <translation>保護方式…</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Changes are saved automatically.</source>
        <translation>變更會自動儲存。</translation>
    </message>
</context>
<context>
    <name>SnippetEditor</name>
    <message>
        <source>Insert field</source>
        <translation>插入欄位</translation>
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
        <source>Add a title before saving.</source>
        <translation>請先填寫標題，再儲存。</translation>
    </message>
    <message>
        <source>Write the reply before saving.</source>
        <translation>請先填寫內文，再儲存。</translation>
    </message>
</context>
<context>
    <name>TagEdit</name>
    <message>
        <source>Remove the tag</source>
        <translation>移除標籤</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>移除標籤：{tag}</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>新增標籤</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>Copies to the clipboard</source>
        <translation>只複製到剪貼簿</translation>
    </message>
    <message>
        <source>Pastes into the window you came from</source>
        <translation>貼到原來的視窗</translation>
    </message>
    <message>
        <source>Pastes into {program}</source>
        <translation>貼到：{program}</translation>
    </message>
    <message>
        <source>Where the reply goes</source>
        <translation>回覆去向</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪下</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>還沒有紀錄。</translation>
    </message>
    <message>
        <source>How satisfied: {name}</source>
        <translation>滿意度：{name}</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新增案件</translation>
    </message>
</context>
<context>
    <name>TitleRulesEditor</name>
    <message>
        <source>Add a rule</source>
        <translation>新增規則</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>quickdesk</source>
        <translation>quickdesk</translation>
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
        <source>Until I resume it</source>
        <translation>直到手動恢復</translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation>恢復快速鍵</translation>
    </message>
    <message>
        <source>read-only: changes cannot be saved</source>
        <translation>唯讀：變更無法儲存</translation>
    </message>
    <message>
        <source>Resume the hotkey (paused until {time})</source>
        <translation>恢復快速鍵（暫停到 {time}）</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>已暫停，{time} 恢復</translation>
    </message>
    <message>
        <source>paused until you resume</source>
        <translation>已暫停，等待手動恢復</translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation>按 {keys} 開啟面板</translation>
    </message>
    <message>
        <source>no hotkey available; click to open the palette</source>
        <translation>沒有可用的快速鍵；按一下圖示開啟面板</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>You have unsaved changes.</source>
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
    <message>
        <source>Keep as draft</source>
        <translation>存為草稿</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>✓ Copied</source>
        <translation>✓ 已複製</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>按一下即可複製</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>將備註做成回覆</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>開啟訂單頁面</translation>
    </message>
</context>
<context>
    <name>WindowFoot</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>復原（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>_OrderBlock</name>
    <message>
        <source>{carrier} (guessed)</source>
        <translation>{carrier}（推測）</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>物流業者</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Items, separated by ;</source>
        <translation>商品，以；分隔</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>物流編號</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>開啟訂單頁面</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the order</source>
        <translation>移除這筆訂單</translation>
    </message>
</context>
<context>
    <name>_ProgramBox</name>
    <message>
        <source>Program, e.g. putty</source>
        <translation>程式，例如 putty</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Paste keys</source>
        <translation>貼上鍵</translation>
    </message>
    <message>
        <source>Remove program</source>
        <translation>移除程式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Address of the page of an order</source>
        <translation>訂單頁面的網址</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>移除連結</translation>
    </message>
</context>
<context>
    <name>_Rule</name>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>規則運算式</translation>
    </message>
    <message>
        <source>Try a title</source>
        <translation>試一個標題</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>刪除規則</translation>
    </message>
    <message>
        <source>Nickname: {nickname}</source>
        <translation>暱稱：{nickname}</translation>
    </message>
    <message>
        <source>No nickname in this title</source>
        <translation>這個標題裡沒有暱稱</translation>
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
        <source>print JSON instead of text</source>
        <translation>輸出 JSON 而不是文字</translation>
    </message>
    <message>
        <source>show the palette of the running program</source>
        <translation>開啟執行中程式的面板</translation>
    </message>
    <message>
        <source>show the palette, or close it if it is open</source>
        <translation>開啟面板；已開啟時關閉</translation>
    </message>
    <message>
        <source>close the palette</source>
        <translation>關閉面板</translation>
    </message>
    <message>
        <source>pause or resume the hotkey</source>
        <translation>暫停或恢復快速鍵</translation>
    </message>
    <message>
        <source>quit the running program</source>
        <translation>結束執行中的程式</translation>
    </message>
    <message>
        <source>find replies</source>
        <translation>搜尋回覆</translation>
    </message>
    <message>
        <source>suggest replies to a buyer&apos;s message</source>
        <translation>為買家的訊息推薦回覆</translation>
    </message>
    <message>
        <source>show failed searches</source>
        <translation>查看落空的搜尋</translation>
    </message>
    <message>
        <source>汉字, pinyin, initials or a code; #tag, @folder, code:x; several words must all match</source>
        <translation>文字、拼音、首字母或代碼；#標籤、@資料夾、code:代碼；多個詞要全部符合</translation>
    </message>
    <message>
        <source>show at most N replies (default: {usual})</source>
        <translation>最多顯示 N 則回覆（預設：{usual}）</translation>
    </message>
    <message>
        <source>show at most N searches, up to {most} (default: {usual})</source>
        <translation>最多顯示 N 次搜尋，上限 {most}（預設：{usual}）</translation>
    </message>
    <message>
        <source>only searches of the last DAYS days</source>
        <translation>只看最近 DAYS 天內的搜尋</translation>
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
        <source>undo the last change, including imports</source>
        <translation>復原上一次操作，匯入也可以</translation>
    </message>
    <message>
        <source>fill in a reply and print it</source>
        <translation>輸出填好的回覆</translation>
    </message>
    <message>
        <source>import replies from files</source>
        <translation>從檔案匯入回覆</translation>
    </message>
    <message>
        <source>export all replies to a file</source>
        <translation>把全部回覆匯出到檔案</translation>
    </message>
    <message>
        <source>back up all data</source>
        <translation>備份全部資料</translation>
    </message>
    <message>
        <source>check all data and repair what is damaged</source>
        <translation>檢查全部資料，修復損壞之處</translation>
    </message>
    <message>
        <source>show what works on this machine, and why</source>
        <translation>說明這台電腦上哪些功能可用，為什麼</translation>
    </message>
    <message>
        <source>with a backup: only show what would change</source>
        <translation>用於備份：只說明會有什麼變化，不做變更</translation>
    </message>
    <message>
        <source>where to write it (default: with the other backups in the data folder)</source>
        <translation>寫到哪裡（預設：資料位置，和其他備份放在一起）</translation>
    </message>
    <message>
        <source>report damaged files found until now for the last time</source>
        <translation>不再提示先前發現的損毀檔案</translation>
    </message>
    <message>
        <source>replace the file if there is one</source>
        <translation>檔案已存在時取代它</translation>
    </message>
    <message>
        <source>for how long (default: until resumed)</source>
        <translation>多久（預設：直到手動恢復）</translation>
    </message>
    <message>
        <source>resume now</source>
        <translation>立即恢復</translation>
    </message>
    <message>
        <source>show the reasons for the rank of each reply</source>
        <translation>說明每則回覆為什麼排在這裡</translation>
    </message>
    <message>
        <source>the buyer&apos;s message (default: read from standard input)</source>
        <translation>買家的訊息（預設：從標準輸入讀取）</translation>
    </message>
    <message>
        <source>the title of the reply</source>
        <translation>回覆的標題</translation>
    </message>
    <message>
        <source>the text of the reply; - reads it from standard input</source>
        <translation>回覆的內文；寫 - 時從標準輸入讀取</translation>
    </message>
    <message>
        <source>a short name to type</source>
        <translation>簡短好輸入的代碼</translation>
    </message>
    <message>
        <source>the folder to put it in</source>
        <translation>所屬的資料夾</translation>
    </message>
    <message>
        <source>a tag; may be repeated</source>
        <translation>一個標籤；可以寫多次</translation>
    </message>
    <message>
        <source>a note for colleagues, never pasted</source>
        <translation>給同事看的備註，不會貼上</translation>
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
        <source>Markdown, CSV, TSV or quickdesk&apos;s own JSON; a folder imports everything in it</source>
        <translation>Markdown、CSV、TSV 或 quickdesk 的 JSON；寫資料夾表示裡面全部</translation>
    </message>
    <message>
        <source>markdown, csv, tsv or json (default: detected)</source>
        <translation>markdown、csv、tsv 或 json（預設：自動判斷）</translation>
    </message>
    <message>
        <source>json, csv or tsv (default: from the file name)</source>
        <translation>json、csv 或 tsv（預設：依檔名）</translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation>只說明會有什麼變更，不做修改</translation>
    </message>
    <message>
        <source>restore a reply from the trash, or all replies from a backup</source>
        <translation>從資源回收筒還原回覆，或還原整個備份</translation>
    </message>
    <message>
        <source>the code or id of the reply, or how the id begins</source>
        <translation>回覆的代碼或編號，編號可以只寫開頭</translation>
    </message>
    <message>
        <source>the code or id of a reply in the trash, or a backup file</source>
        <translation>資源回收筒裡回覆的代碼或編號，或一個備份檔</translation>
    </message>
    <message>
        <source>where to write; - is standard output</source>
        <translation>寫到哪個檔案；寫 - 時直接輸出</translation>
    </message>
    <message>
        <source>Not understood: {reason}
Usage: {usage}</source>
        <translation>命令寫法不對：{reason}
正確寫法：{usage}</translation>
    </message>
    <message>
        <source>{field}, part {position}: {words}</source>
        <translation>{field}，第 {position} 項：{words}</translation>
    </message>
    <message>
        <source>too long: {count} characters, at most {most}</source>
        <translation>太長：有 {count} 個字元，最多 {most} 個</translation>
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
        <source>remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>這裡是空的</translation>
    </message>
    <message>
        <source>too long: at most {most} characters</source>
        <translation>太長：最多 {most} 個字元</translation>
    </message>
    <message>
        <source>too many: at most {most}</source>
        <translation>太多：最多 {most} 個</translation>
    </message>
    <message>
        <source>too many fields: at most {most}</source>
        <translation>欄位太多：最多 {most} 個</translation>
    </message>
    <message>
        <source>this character cannot be saved or sent</source>
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
        <source>this } closes nothing; write }} for the brace itself</source>
        <translation>} 沒有對應的 {；要寫大括號本身，請寫 }}</translation>
    </message>
    <message>
        <source>a field is inside another one; write {{ and }} for braces</source>
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
        <source>this field is filled in automatically and takes no value</source>
        <translation>這個欄位會自動填寫，不能再附內容</translation>
    </message>
    <message>
        <source>No replies yet.</source>
        <translation>還沒有回覆。</translation>
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
        <source>Backed up {count} replies to {path}</source>
        <translation>已備份 {count} 則回覆：{path}</translation>
    </message>
    <message>
        <source>Restored {id}: {title}</source>
        <translation>已還原 {id}：{title}</translation>
    </message>
    <message>
        <source>Would bring back {new}, change {changed} and move {removed} to the trash.</source>
        <translation>將會還原：找回 {new} 則，變更 {changed} 則，移到資源回收筒 {removed} 則。</translation>
    </message>
    <message>
        <source>The data already matches the backup. Nothing was changed.</source>
        <translation>資料與備份一致，沒有任何變更。</translation>
    </message>
    <message>
        <source>The state before is saved in {backup}</source>
        <translation>還原前的資料儲存在 {backup}</translation>
    </message>
    <message>
        <source>It leaves out what cannot be read now: {kinds}. See: check</source>
        <translation>備份不含目前讀不出來的：{kinds}。請執行：check</translation>
    </message>
    <message>
        <source>From the trash of the backup into the trash: {trash}</source>
        <translation>從備份的資源回收筒放回資源回收筒：{trash} 則</translation>
    </message>
    <message>
        <source>{kind}: {new} brought back, {changed} changed, {removed} removed</source>
        <translation>{kind}：找回 {new} 筆，變更 {changed} 筆，移除 {removed} 筆</translation>
    </message>
    <message>
        <source>Exported {count} replies to {path}</source>
        <translation>已把 {count} 則回覆匯出到 {path}</translation>
    </message>
    <message>
        <source>{place}: {reason}. Nothing was imported.</source>
        <translation>{place}：{reason}。沒有匯入任何回覆。</translation>
    </message>
    <message>
        <source>{path} was damaged. Nothing was lost: everything was recovered. The damaged file was kept as {set_aside}.</source>
        <translation>{path} 已損毀。沒有遺失任何內容，已全部復原。損毀的檔案保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged. The previous version is in use; the damaged file was kept as {set_aside}.</source>
        <translation>{path} 已損毀。目前使用上一個版本；損毀的檔案保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged and no earlier version was found. The damaged file was kept as {set_aside}.</source>
        <translation>{path} 已損毀，找不到更早的版本。損毀的檔案保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Nothing was lost.</source>
        <translation>{path} 已損毀，沒有動它。沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>{path} was missing. The previous version is in use.</source>
        <translation>{path} 不見了。目前使用上一個版本。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. The previous version is in use.</source>
        <translation>{path} 已損毀，沒有更動它。目前使用上一個版本。</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). The damaged part was kept as {set_aside}.</source>
        <translation>有些變更讀不出來（{kind}）。損毀的部分保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>To take over its replies: {command}</source>
        <translation>取回其中的回覆：{command}</translation>
    </message>
    <message>
        <source>Files were set aside: {set_aside}. For details: quickdesk check. To stop this message: quickdesk check --acknowledge</source>
        <translation>先前有檔案被放到一邊：{set_aside}。查看詳情：quickdesk check。不再提示：quickdesk check --acknowledge</translation>
    </message>
    <message>
        <source>Acknowledged. These files are not reported any more: {names}</source>
        <translation>已確認，之後不再提示這些檔案：{names}</translation>
    </message>
    <message>
        <source>To stop reporting the files kept: quickdesk check --acknowledge</source>
        <translation>不再提示這些保留的檔案，請執行：quickdesk check --acknowledge</translation>
    </message>
    <message>
        <source>What is in use is in order ({counts}; verified backups: {backups}). Something may be missing from it since the damage named above; a backup may have it: restore FILE</source>
        <translation>使用中的資料沒有問題（{counts}；核對過的備份：{backups}）。由於上面列出的損毀，其中可能缺少內容；備份裡也許還有：restore FILE</translation>
    </message>
    <message>
        <source>All data is in order ({counts}; verified backups: {backups}).</source>
        <translation>全部資料完好（{counts}；核對過的備份：{backups}）。</translation>
    </message>
    <message>
        <source>Repaired: all data in use is in order again ({counts}; verified backups: {backups}).</source>
        <translation>已修復：使用中的資料沒有問題了（{counts}；核對過的備份：{backups}）。</translation>
    </message>
    <message>
        <source>Not everything could be repaired ({counts}; verified backups: {backups}). Backups are in the folder backups of the data folder. Bring one back with: restore FILE</source>
        <translation>未能全部修復（{counts}；核對過的備份：{backups}）。備份在資料夾的 backups 資料夾中，還原指令：restore FILE</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). They were in {path}.</source>
        <translation>有些變更讀不出來（{kind}），原本在 {path} 中。</translation>
    </message>
    <message>
        <source>It is repaired.</source>
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
        <source>{path} ({kind}) differs from what is in use: {count} entries.</source>
        <translation>{path}（{kind}）與正在使用的資料不一致，相差 {count} 筆。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {count}. They were in {path}.</source>
        <translation>無法讀取的變更（{kind}）：{count} 處，原在 {path} 中。</translation>
    </message>
    <message>
        <source>{path} ({kind}) holds entries unknown to quickdesk: {count}. They are left as they are.</source>
        <translation>{path}（{kind}）中有無法辨識的內容：{count} 處，已原樣保留。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged and cannot be used.</source>
        <translation>備份 {path} 已損毀，無法使用。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be read now.</source>
        <translation>備份 {path} 現在無法讀取。</translation>
    </message>
    <message>
        <source>{path} was found damaged or missing before.</source>
        <translation>先前發現 {path} 已損毀或遺失。</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>檔案不見了</translation>
    </message>
    <message>
        <source>the file is cut off or not quickdesk&apos;s</source>
        <translation>檔案不完整，或不是 quickdesk 的檔案</translation>
    </message>
    <message>
        <source>the file holds something that is not quickdesk&apos;s</source>
        <translation>檔案裡的內容不是 quickdesk 的</translation>
    </message>
    <message>
        <source>the content was changed or damaged</source>
        <translation>內容被更動或已損毀</translation>
    </message>
    <message>
        <source>the file belongs to other data</source>
        <translation>這個檔案屬於別的資料</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>這不是檔案</translation>
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
        <source>no complete version is left</source>
        <translation>沒有留下完整的版本</translation>
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
        <source>there is more data than a backup can hold</source>
        <translation>資料太多，一份備份放不下</translation>
    </message>
    <message>
        <source>another quickdesk is using it</source>
        <translation>另一個 quickdesk 正在使用</translation>
    </message>
    <message>
        <source>the last change may or may not have been saved</source>
        <translation>最後的變更可能已儲存，也可能沒有</translation>
    </message>
    <message>
        <source>the data folder was renamed, deleted or replaced</source>
        <translation>存放資料的資料夾已被重新命名、刪除或取代</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. The damaged part was kept as {set_aside}.</source>
        <translation>讀不出來的變更（{kind}）：{changes}。損毀的部分保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. They were in {path}.</source>
        <translation>讀不出來的變更（{kind}）：{changes}。原本在 {path} 中。</translation>
    </message>
    <message>
        <source>{path} ({kind}) does not belong to your data: it is from another computer or from another time. It is not used and was kept as {set_aside}.</source>
        <translation>{path}（{kind}）不屬於你的資料：它來自另一台電腦，或是另一個時間的版本。它沒有被使用，已保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} ({kind}) does not belong to your data: it is from another computer or from another time. It is not used.</source>
        <translation>{path}（{kind}）不屬於你的資料：它來自另一台電腦，或是另一個時間的版本。它沒有被使用。</translation>
    </message>
    <message>
        <source>{path} ({kind}) is a copy that is not used: a sync program made it, or it is from another computer.</source>
        <translation>{path}（{kind}）是一份沒有被使用的副本：由同步軟體產生，或是來自另一台電腦。</translation>
    </message>
    <message>
        <source>Delete the copy when you no longer need it.</source>
        <translation>不再需要時，可以刪除這份副本。</translation>
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
        <source>The replies that come with quickdesk cannot be read, so the list is empty. Reinstall quickdesk.</source>
        <translation>quickdesk 內附的回覆無法讀取，所以清單是空的。請重新安裝 quickdesk。</translation>
    </message>
    <message>
        <source>Note: the code {code} is used by other replies too: {titles}</source>
        <translation>注意：代碼 {code} 還有其他回覆在用：{titles}</translation>
    </message>
    <message>
        <source>There are no replies yet. Add some with add or import.</source>
        <translation>還沒有回覆。可以用 add 新增，或用 import 匯入。</translation>
    </message>
    <message>
        <source>Nothing found for: {query}</source>
        <translation>沒有找到：{query}</translation>
    </message>
    <message>
        <source>No reply fits this message.</source>
        <translation>沒有適合這則訊息的回覆。</translation>
    </message>
    <message>
        <source>There is no message to suggest replies for.</source>
        <translation>沒有訊息，無法推薦回覆。</translation>
    </message>
    <message>
        <source>This is too long for a message. Up to {most} characters are possible.</source>
        <translation>訊息太長，最多 {most} 個字元。</translation>
    </message>
    <message>
        <source>No reply has the code or id {id}.</source>
        <translation>沒有代碼或編號是 {id} 的回覆。</translation>
    </message>
    <message>
        <source>Several ids begin with {id}: {matches}. Type more of it.</source>
        <translation>以 {id} 開頭的編號不只一個：{matches}。請多寫幾位。</translation>
    </message>
    <message>
        <source>Several replies have the code {id}:{matches}
Use the id of the one you mean.</source>
        <translation>不只一則回覆的代碼是 {id}：{matches}
請改用其中一則的編號。</translation>
    </message>
    <message>
        <source>Say what to change, for example with --title. Nothing was changed.</source>
        <translation>請寫明要編輯什麼，例如 --title。沒有任何變更。</translation>
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
        <source>Some fields are still empty: {names}. Fill them in with --set NAME=VALUE.</source>
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
        <source>Nothing to send: the reply is empty.</source>
        <translation>回覆是空的，沒有可傳送的內容。</translation>
    </message>
    <message>
        <source>The reply was not copied: no clipboard can be reached from here ({reason}).</source>
        <translation>回覆沒有複製：這裡無法使用剪貼簿（{reason}）。</translation>
    </message>
    <message>
        <source>File not found: {path}</source>
        <translation>沒有 {path} 這個檔案。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是檔案。</translation>
    </message>
    <message>
        <source>{path} is in the data folder, whose files quickdesk writes itself. Choose another place.</source>
        <translation>{path} 在資料位置裡，那裡的檔案由 quickdesk 自行寫入。請換一個位置。</translation>
    </message>
    <message>
        <source>The folder {path} has no files that can be imported.</source>
        <translation>資料夾 {path} 裡沒有可以匯入的檔案。</translation>
    </message>
    <message>
        <source>{path} is too large ({megabytes} MB). Files up to {most} MB can be imported.</source>
        <translation>{path} 有 {megabytes} MB。可以匯入的檔案最大 {most} MB。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} 無法讀取：{reason}。</translation>
    </message>
    <message>
        <source>{path} is not a quickdesk backup. Nothing was changed.</source>
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
        <source>quickdesk is still running: a case has unsaved changes. Save or discard it, then quit.</source>
        <translation>quickdesk 仍在執行：有案件尚未儲存。請先儲存或捨棄，再結束。</translation>
    </message>
    <message>
        <source>quickdesk is still running: the data folder is gone. Save a copy with backup FILE first, or quit again to leave it.</source>
        <translation>quickdesk 仍在執行：存放資料的資料夾不見了。請先用 backup FILE 另存一份；再結束一次則不另存，直接結束。</translation>
    </message>
    <message>
        <source>quickdesk did not say whether the command was carried out. It may or may not have been: check before you try again.</source>
        <translation>quickdesk 沒有回報命令是否已執行。命令可能已經執行，也可能沒有：重試前請先檢查。</translation>
    </message>
    <message>
        <source>quickdesk was too busy to do this in time. Nothing was changed. Try again later.</source>
        <translation>quickdesk 忙碌中，未能及時完成。沒有任何變更。請稍後再試。</translation>
    </message>
    <message>
        <source>Saved as {id}, but without {options}: the quickdesk that runs is an older version. Restart it, then use: edit {id}</source>
        <translation>已儲存為 {id}，但沒有儲存 {options}：正在執行的 quickdesk 版本較舊。請重新啟動 quickdesk，再用這個指令補上：edit {id}</translation>
    </message>
    <message>
        <source>The data folder {path} was renamed, deleted or replaced while quickdesk was using it. Nothing was changed. Put it back, or quit quickdesk and start it again.</source>
        <translation>quickdesk 使用期間，存放資料的資料夾 {path} 被重新命名、刪除或取代了。沒有任何變更。請將它放回原處，或結束 quickdesk 再重新啟動。</translation>
    </message>
    <message>
        <source>The data is larger than a backup can be, so no backup was made. Nothing was changed. With quickdesk closed, a copy of the data folder is a backup too.</source>
        <translation>資料太多，一份備份放不下，因此沒有建立備份。沒有任何變更。結束 quickdesk 後複製整個存放資料的資料夾，同樣可以當作備份。</translation>
    </message>
    <message>
        <source>The disk reported an error: the change may or may not have been saved in {path}. Check before you make it again.</source>
        <translation>磁碟回報錯誤：這次變更可能已存入 {path}，也可能沒有。再次變更前請先檢查。</translation>
    </message>
    <message>
        <source>Customers are locked. Unlock them with: data unlock. Replies can be used all the same.</source>
        <translation>客戶資料已鎖定。解鎖：data unlock。回覆照常可用。</translation>
    </message>
    <message>
        <source>The keyring of the system does not answer. Nothing was changed. If it asks for its password, enter that and try again.</source>
        <translation>系統金鑰圈沒有回應。沒有任何變更。如果它在詢問自己的密碼，請輸入後再試。</translation>
    </message>
    <message>
        <source>{path} is damaged, and so is its copy. Nothing was changed, and nothing is lost: put the file back from a backup of this folder.</source>
        <translation>{path} 和它的副本都已損毀。沒有任何變更，也沒有遺失：請從此資料夾的備份放回該檔案。</translation>
    </message>
    <message>
        <source>{path} already exists. Replace it with --force.</source>
        <translation>{path} 已存在。要取代它，請加上 --force。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>無法寫入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Its previous content is unchanged.</source>
        <translation>{path} 無法寫入：{reason}。原來的內容沒有變。</translation>
    </message>
    <message>
        <source>quickdesk is not running. Start it with: quickdesk</source>
        <translation>quickdesk 沒有執行。用這個命令啟動：quickdesk</translation>
    </message>
    <message>
        <source>There is no display, so no window can be shown. In the terminal you can use:
  quickdesk find 退款
  quickdesk list
  quickdesk --help</source>
        <translation>沒有圖形介面，無法顯示視窗。在終端機裡可以這樣用：
  quickdesk find 退款
  quickdesk list
  quickdesk --help</translation>
    </message>
    <message>
        <source>This is too much to hand to the running quickdesk (more than {megabytes} MB). Nothing was changed. Do it in parts, or quit quickdesk first.</source>
        <translation>內容太大（超過 {megabytes} MB），無法交給執行中的 quickdesk。沒有任何變更。請分幾次進行，或先結束 quickdesk。</translation>
    </message>
    <message>
        <source>The disk is full: nothing was changed, everything saved before is safe. Free up space for {folder}.</source>
        <translation>磁碟已滿：沒有任何變更，之前儲存的內容都完好。請為 {folder} 騰出空間。</translation>
    </message>
    <message>
        <source>quickdesk is still running: a reply has unsaved changes. Save or discard it, then quit.</source>
        <translation>quickdesk 還沒有結束：有一則回覆還沒儲存。請先儲存或捨棄，再結束。</translation>
    </message>
    <message>
        <source>quickdesk is still running: a reply is being filled in. Paste it or close the form, then quit.</source>
        <translation>quickdesk 仍在執行：有一則回覆正在填寫。請先貼上它或關閉表單，再結束。</translation>
    </message>
    <message>
        <source>{path}: unknown file extension. Choose the format with --format: json, csv or tsv.</source>
        <translation>{path}：無法辨認這個副檔名。請用 --format 指定格式：json、csv 或 tsv。</translation>
    </message>
    <message>
        <source>quickdesk is running but does not respond. Quit it and start it again.</source>
        <translation>quickdesk 在執行，但沒有回應。請結束後重新啟動。</translation>
    </message>
    <message>
        <source>The running quickdesk does not know the command {command}.</source>
        <translation>執行中的 quickdesk 不認得命令 {command}。</translation>
    </message>
    <message>
        <source>The running quickdesk did not understand the request. Nothing was changed.</source>
        <translation>執行中的 quickdesk 不了解這個要求。沒有任何變更。</translation>
    </message>
    <message>
        <source>The command {command} got an invalid value for {argument}. Nothing was changed.</source>
        <translation>命令 {command} 無法使用 {argument} 的內容。沒有任何變更。</translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong. Your replies are safe. Details are in quickdesk.log in the data folder.</source>
        <translation>quickdesk 出了問題。回覆都還在。詳情見資料位置裡的 quickdesk.log。</translation>
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
        <source>{path} is not a folder. Nothing was changed.</source>
        <translation>{path} 不是資料夾。沒有任何變更。</translation>
    </message>
    <message>
        <source>{path} was written by a newer quickdesk. It was not touched. Update quickdesk to open it.</source>
        <translation>{path} 由較新版本的 quickdesk 寫入，沒有更動它。請更新 quickdesk 後再開啟。</translation>
    </message>
    <message>
        <source>The data is damaged, and not everything could be repaired.</source>
        <translation>資料已損壞，未能全部修復。</translation>
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
        <source>Recommended</source>
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
        <source>renamed, deleted or replaced: changes cannot be saved until it is back</source>
        <translation>已被重新命名、刪除或取代：放回原處之前變更無法儲存</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>暫停到 {time}</translation>
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
        <source>unknown: the session bus does not respond</source>
        <translation>無法確定：工作階段匯流排沒有回應</translation>
    </message>
    <message>
        <source>{hotkey} works: {way}</source>
        <translation>{hotkey} 可用：{way}</translation>
    </message>
    <message>
        <source>the keyboard package, which listens to all keys</source>
        <translation>keyboard 套件，它會監聽所有按鍵</translation>
    </message>
    <message>
        <source>bind a key to &apos;quickdesk toggle&apos; in your desktop settings</source>
        <translation>在桌面設定裡把 quickdesk toggle 綁定到一個按鍵</translation>
    </message>
    <message>
        <source>not available here; use the command line</source>
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
        <source>Wayland does not let programs watch the keyboard</source>
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
        <source>dumpkeys is missing</source>
        <translation>缺少程式 dumpkeys</translation>
    </message>
    <message>
        <source>macOS has not granted the Accessibility permission</source>
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
        <source>Would import {new} new and change {changed}. Already there: {same}. Refused: {refused}.</source>
        <translation>將會匯入：新增 {new} 則，變更 {changed} 則。已有 {same} 則，未接受 {refused} 則。</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed. Already there: {same}. Refused: {refused}.</source>
        <translation>已匯入：新增 {new} 則，變更 {changed} 則。原本就有 {same} 則，未接受 {refused} 則。</translation>
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
        <source>and {count} more; --json lists them all</source>
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
        <source>a quote is never closed</source>
        <translation>引號沒有成對</translation>
    </message>
    <message>
        <source>the reply is cut off: its code block is never closed</source>
        <translation>回覆不完整：程式碼圍欄沒有結尾</translation>
    </message>
    <message>
        <source>program code, not a reply</source>
        <translation>是程式碼，不是回覆</translation>
    </message>
    <message>
        <source>a value should be text but is not</source>
        <translation>有一項內容應為文字，實際不是</translation>
    </message>
    <message>
        <source>the line is damaged, what it says is left out</source>
        <translation>這一行已損毀，其中的內容沒有匯入</translation>
    </message>
    <message>
        <source>the same id appears twice with different content</source>
        <translation>同一個編號出現兩次，內容不同</translation>
    </message>
    <message>
        <source>the reply breaks a rule</source>
        <translation>回覆不符合要求</translation>
    </message>
    <message>
        <source>the file is too large: at most {most} MB</source>
        <translation>檔案太大：最多 {most} MB</translation>
    </message>
    <message>
        <source>the file holds too many replies: at most {most}</source>
        <translation>檔案裡的回覆太多：最多 {most} 則</translation>
    </message>
    <message>
        <source>the file has too many lines, blank ones included: at most {most}</source>
        <translation>檔案的行數太多：連同空白行最多 {most} 行</translation>
    </message>
    <message>
        <source>the row has too many cells, empty ones included: at most {most}</source>
        <translation>這一列的儲存格太多：連同空白儲存格最多 {most} 個</translation>
    </message>
    <message>
        <source>the JSON has too many brackets: at most {most}</source>
        <translation>JSON 裡的括號太多：最多 {most} 個</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>檔案是空的</translation>
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
        <source>the encoding of the file is not known</source>
        <translation>無法辨識檔案的文字編碼</translation>
    </message>
    <message>
        <source>quickdesk cannot read this file format</source>
        <translation>檔案不是 quickdesk 能讀取的格式</translation>
    </message>
    <message>
        <source>the header has no column for the replies</source>
        <translation>標題列裡沒有內文這一欄</translation>
    </message>
    <message>
        <source>nothing in the file is a reply</source>
        <translation>檔案裡沒有回覆</translation>
    </message>
    <message>
        <source>the JSON is cut off or invalid</source>
        <translation>JSON 不完整或格式不對</translation>
    </message>
    <message>
        <source>written by a newer quickdesk; update to import it</source>
        <translation>由較新版本的 quickdesk 匯出；請更新後再匯入</translation>
    </message>
    <message>
        <source>had no title: the first words became the title</source>
        <translation>沒有標題：用開頭的文字當標題</translation>
    </message>
    <message>
        <source>has braces that are not fields: kept as text</source>
        <translation>有不是欄位的大括號：保留為文字</translation>
    </message>
    <message>
        <source>remark left out: too long, or with control characters</source>
        <translation>備註過長或含有控制字元：沒有匯入備註</translation>
    </message>
    <message>
        <source>uses one placeholder for different things: numbered</source>
        <translation>同一個變數出現兩次，可能不是同一內容：已加序號區分</translation>
    </message>
    <message>
        <source>Undone: {what} ({when})</source>
        <translation>已復原：{what}（{when}）</translation>
    </message>
    <message>
        <source>Restored ({count}): {titles}</source>
        <translation>已恢復原樣（{count}）：{titles}</translation>
    </message>
    <message>
        <source>As before ({count}): {titles}</source>
        <translation>已恢復原狀（{count} 則）：{titles}</translation>
    </message>
    <message>
        <source>Now in the trash ({count}): {titles}</source>
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
    <message>
        <source>{argument}: {reason}</source>
        <translation>{argument}：{reason}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{names} is missing</source>
        <translation>缺少 {names}</translation>
    </message>
    <message>
        <source>{names} does not belong here</source>
        <translation>這裡不能寫 {names}</translation>
    </message>
    <message>
        <source>{value} is not one of: {choices}</source>
        <translation>沒有 {value} 這一項，可以寫：{choices}</translation>
    </message>
    <message>
        <source>{value} cannot be used</source>
        <translation>{value} 不能用在這裡</translation>
    </message>
    <message>
        <source>{value} is not a whole number from 1 to {most}</source>
        <translation>{value} 不是 1 到 {most} 的整數</translation>
    </message>
    <message>
        <source>{value} is not of the form NAME=VALUE</source>
        <translation>{value} 應寫成 NAME=VALUE</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>後面要寫一個值</translation>
    </message>
    <message>
        <source>needs at least one value</source>
        <translation>後面至少要寫一個值</translation>
    </message>
    <message>
        <source>takes only one value</source>
        <translation>後面只能寫一個值</translation>
    </message>
    <message>
        <source>needs {count} values</source>
        <translation>後面要寫 {count} 個值</translation>
    </message>
    <message>
        <source>cannot be used together with {names}</source>
        <translation>不能和 {names} 一起用</translation>
    </message>
    <message>
        <source>takes no value</source>
        <translation>後面不能寫值</translation>
    </message>
    <message>
        <source>The hotkey is on again.</source>
        <translation>快速鍵已恢復。</translation>
    </message>
    <message>
        <source>The hotkey is paused. Resume it with: pause --off</source>
        <translation>快速鍵已暫停。恢復：pause --off</translation>
    </message>
    <message>
        <source>The hotkey is paused until {time}.</source>
        <translation>快速鍵暫停到 {time}。</translation>
    </message>
    <message>
        <source>Similar:</source>
        <translation>相近的：</translation>
    </message>
    <message>
        <source>{points}  {word}: {where}, {way}</source>
        <translation>{points}  {word}：{where}，{way}</translation>
    </message>
    <message>
        <source>{points}  length of the title</source>
        <translation>{points}  標題長度</translation>
    </message>
    <message>
        <source>{points}  your habits</source>
        <translation>{points}  使用習慣</translation>
    </message>
    <message>
        <source>{points}  chosen before when you typed this</source>
        <translation>{points}  輸入這些字母後選過</translation>
    </message>
    <message>
        <source>{points}  in all</source>
        <translation>{points}  合計</translation>
    </message>
    <message>
        <source>sent before in reply to: {message}</source>
        <translation>曾用來回覆：{message}</translation>
    </message>
    <message>
        <source>the whole code</source>
        <translation>整個代碼</translation>
    </message>
    <message>
        <source>start of the code</source>
        <translation>代碼開頭</translation>
    </message>
    <message>
        <source>in the code</source>
        <translation>代碼中</translation>
    </message>
    <message>
        <source>the whole title</source>
        <translation>整個標題</translation>
    </message>
    <message>
        <source>start of the title</source>
        <translation>標題開頭</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>標題中</translation>
    </message>
    <message>
        <source>in the tags</source>
        <translation>標籤中</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>資料夾中</translation>
    </message>
    <message>
        <source>in the body</source>
        <translation>內文中</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>與輸入相同</translation>
    </message>
    <message>
        <source>by pinyin</source>
        <translation>按全拼</translation>
    </message>
    <message>
        <source>by initials</source>
        <translation>按首字母</translation>
    </message>
    <message>
        <source>by pinyin and initials</source>
        <translation>按全拼加首字母</translation>
    </message>
    <message>
        <source>by a similar sound</source>
        <translation>按模糊音</translation>
    </message>
    <message>
        <source>with a space or sign added</source>
        <translation>補上空格或標點</translation>
    </message>
    <message>
        <source>with a field for the number</source>
        <translation>以欄位代替數字</translation>
    </message>
    <message>
        <source>with a typing slip corrected</source>
        <translation>修正輸入錯誤</translation>
    </message>
    <message>
        <source>by some letters of the code</source>
        <translation>按代碼中的部分字母</translation>
    </message>
    <message>
        <source>Not shown: {more}. Show more with --limit</source>
        <translation>還有 {more} 筆未顯示，可用 --limit 增加筆數</translation>
    </message>
    <message>
        <source>There are no failed searches.</source>
        <translation>目前沒有落空的搜尋。</translation>
    </message>
    <message>
        <source>There are no failed searches. Days covered: {days}</source>
        <translation>最近 {days} 天沒有落空的搜尋。</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>found now</source>
        <translation>現在找得到</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>沒有結果</translation>
    </message>
    <message>
        <source>found, none chosen</source>
        <translation>有結果，未選用</translation>
    </message>
    <message>
        <source>Paste the buyer&apos;s message. End it with Enter and Ctrl+D (Windows: Enter, Ctrl+Z, Enter).</source>
        <translation>請貼上買家的訊息，最後按 Enter 和 Ctrl+D（Windows：Enter、Ctrl+Z、Enter）。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock shows {after}, and quickdesk last ran at {before}. Nothing was deleted because of that. If the date is wrong, set the clock.</source>
        <translation>電腦時鐘顯示 {after}，而 quickdesk 上次執行是在 {before}。沒有因此刪除任何內容。如果日期不對，請調整時鐘。</translation>
    </message>
    <message>
        <source>only the last N days, today included (default: the last {usual} days on which a reply was used)</source>
        <translation>只看最近 N 天，包括今天（預設：最近 {usual} 個有使用的日子）</translation>
    </message>
    <message>
        <source>Earlier days not shown: {more}. Show more with --days</source>
        <translation>更早的 {more} 天未顯示，可用 --days 增加天數</translation>
    </message>
    <message>
        <source>No use of a reply has been counted yet.</source>
        <translation>目前還沒有統計到回覆的使用。</translation>
    </message>
    <message>
        <source>No use of a reply was counted. Days covered: {days}</source>
        <translation>最近 {days} 天沒有統計到回覆的使用。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次數</translation>
    </message>
    <message>
        <source>Different replies</source>
        <translation>不同回覆</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字數</translation>
    </message>
    <message>
        <source>Keys saved</source>
        <translation>省下的按鍵</translation>
    </message>
    <message>
        <source>show replies, uses and keys saved per day</source>
        <translation>查看每天的回覆使用次數和省下的按鍵</translation>
    </message>
    <message>
        <source>another way to ask for it, which finds it; may be repeated</source>
        <translation>買家或同事的另一種問法，也能搜到；可以寫多次</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>問法</translation>
    </message>
    <message>
        <source>{hotkey} does not work: {why}</source>
        <translation>{hotkey} 無法使用：{why}</translation>
    </message>
    <message>
        <source>another program uses it; quickdesk takes it as soon as it is free</source>
        <translation>已被其他程式使用；一釋出 quickdesk 就會自動啟用</translation>
    </message>
    <message>
        <source>it is not on this keyboard layout</source>
        <translation>這個鍵盤配置上沒有這組按鍵</translation>
    </message>
    <message>
        <source>the display does not respond</source>
        <translation>圖形介面沒有回應</translation>
    </message>
    <message>
        <source>the connection to the display was lost; restart quickdesk</source>
        <translation>與圖形介面的連線中斷了，請重新啟動 quickdesk</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>a fact was set</source>
        <translation>設定了一項賣場資料</translation>
    </message>
    <message>
        <source>a fact was removed</source>
        <translation>刪除了一項賣場資料</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>賣場資料</translation>
    </message>
    <message>
        <source>Nothing was undone, because these facts have changed since: {names}.</source>
        <translation>沒有復原，因為這些賣場資料之後又改過：{names}。</translation>
    </message>
    <message>
        <source>The fact was not saved:{flaws}</source>
        <translation>這項賣場資料沒有儲存：{flaws}</translation>
    </message>
    <message>
        <source>The fact was not saved, because the day {until} is over.</source>
        <translation>這項賣場資料沒有儲存，因為 {until} 已經過了。</translation>
    </message>
    <message>
        <source>The fact was not saved: there are already {most} of them.</source>
        <translation>這項賣場資料沒有儲存：已經有 {most} 項。</translation>
    </message>
    <message>
        <source>There is no fact {name}. List all with: facts.</source>
        <translation>沒有這項賣場資料：{name}。查看全部：facts。</translation>
    </message>
    <message>
        <source>Facts as before: {names}</source>
        <translation>賣場資料恢復原樣：{names}</translation>
    </message>
    <message>
        <source>{value} is not a date such as 2026-12-31</source>
        <translation>{value} 不是日期，例如 2026-12-31</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>set a fact, or change it</source>
        <translation>設定或修改一項賣場資料</translation>
    </message>
    <message>
        <source>the name of the field that it fills</source>
        <translation>它填寫的欄位名稱</translation>
    </message>
    <message>
        <source>the text that it is filled with</source>
        <translation>填入的內容</translation>
    </message>
    <message>
        <source>the last day on which it is valid, such as 2026-12-31</source>
        <translation>有效期限的最後一天，例如 2026-12-31</translation>
    </message>
    <message>
        <source>remove a fact</source>
        <translation>刪除一項賣場資料</translation>
    </message>
    <message>
        <source>the name of the fact</source>
        <translation>這項資料的名稱</translation>
    </message>
    <message>
        <source>Set: {name} = {value}</source>
        <translation>已設定：{name} = {value}</translation>
    </message>
    <message>
        <source>No facts yet. Set one, for example: quickdesk facts set 快递公司 顺丰</source>
        <translation>還沒有賣場資料。設定一項，例如：quickdesk facts set 物流公司 黑貓</translation>
    </message>
    <message>
        <source>replies: {uses}</source>
        <translation>回覆 {uses} 則</translation>
    </message>
    <message>
        <source>expired since {until}</source>
        <translation>{until} 已過期</translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation>有效至 {until}</translation>
    </message>
    <message>
        <source>list, set and remove the shop&apos;s facts, which fill fields</source>
        <translation>查看、設定、刪除賣場資料，它們會自動填入欄位</translation>
    </message>
    <message>
        <source>lists inside too many other lists</source>
        <translation>清單巢狀過深</translation>
    </message>
    <message>
        <source>was HTML: made plain text</source>
        <translation>原為 HTML，已轉成純文字</translation>
    </message>
    <message>
        <source>one of several replies in its row</source>
        <translation>同一列有幾則回覆，各成一則</translation>
    </message>
    <message>
        <source>empty folder cells continue the folder above (merged cells)</source>
        <translation>分組為空的儲存格沿用上方的資料夾（合併儲存格）</translation>
    </message>
    <message>
        <source>columns that were not read: {detail}</source>
        <translation>未讀取的欄：{detail}</translation>
    </message>
    <message>
        <source>a whole other way to ask</source>
        <translation>整句問法</translation>
    </message>
    <message>
        <source>start of another way to ask</source>
        <translation>問法開頭</translation>
    </message>
    <message>
        <source>in another way to ask</source>
        <translation>問法裡</translation>
    </message>
    <message>
        <source>parts of words</source>
        <translation>零散的字</translation>
    </message>
    <message>
        <source>{points}  {reason}</source>
        <translation>{points}  {reason}</translation>
    </message>
    <message>
        <source>because “{typed}” is about the same as “{found}”</source>
        <translation>因為「{typed}」和「{found}」是同一回事</translation>
    </message>
    <message>
        <source>because “{typed}” sounds like “{found}”</source>
        <translation>因為「{typed}」讀音像「{found}」</translation>
    </message>
    <message>
        <source>because “{found}” stands for “{typed}”</source>
        <translation>因為「{typed}」對應「{found}」</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>「{term}」</translation>
    </message>
    <message>
        <source>because both mention {terms}</source>
        <translation>因為都提到{terms}</translation>
    </message>
    <message>
        <source>{points}  has fields to fill in</source>
        <translation>{points}  有要填寫的欄位</translation>
    </message>
    <message>
        <source>line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>too much text: at most {most} characters</source>
        <translation>文字太多：最多 {most} 個字元</translation>
    </message>
    <message>
        <source>too many lines with words: at most {most}</source>
        <translation>行數太多：最多 {most} 行</translation>
    </message>
    <message>
        <source>too many words: at most {most}</source>
        <translation>詞太多：最多 {most} 個</translation>
    </message>
    <message>
        <source>a character that cannot be saved</source>
        <translation>有無法儲存的字元</translation>
    </message>
    <message>
        <source>only one &gt; is possible in a line</source>
        <translation>一行只能有一個 &gt;</translation>
    </message>
    <message>
        <source>a line needs at least two words, and words on both sides of &gt;</source>
        <translation>一行至少要有兩個詞，&gt; 兩邊都要有詞</translation>
    </message>
    <message>
        <source>too many words in a line: at most {most}</source>
        <translation>一行裡詞太多：最多 {most} 個</translation>
    </message>
    <message>
        <source>a word is longer than {most} characters: {word}</source>
        <translation>詞長超過 {most} 個字元：{word}</translation>
    </message>
    <message>
        <source>this is no word: {word}</source>
        <translation>這不是詞：{word}</translation>
    </message>
    <message>
        <source>a single letter or digit is in nearly every reply: {word}</source>
        <translation>單個字母或數字幾乎每則回覆裡都有：{word}</translation>
    </message>
    <message>
        <source>a word means more than {most} others: {word}</source>
        <translation>一個詞對應的詞超過 {most} 個：{word}</translation>
    </message>
    <message>
        <source>the shop&apos;s words were changed</source>
        <translation>變更賣場詞庫</translation>
    </message>
    <message>
        <source>words of the shop</source>
        <translation>賣場詞庫</translation>
    </message>
    <message>
        <source>There are no words. Write words that mean the same in one line.</source>
        <translation>沒有詞。請把意思相同的詞寫在一行。</translation>
    </message>
    <message>
        <source>There is no line with these words. List all with: lexicon.</source>
        <translation>沒有含這些詞的一行。查看全部：lexicon。</translation>
    </message>
    <message>
        <source>These words are there already.</source>
        <translation>這些詞已經有了。</translation>
    </message>
    <message>
        <source>The words were not saved:{word_flaws}</source>
        <translation>詞沒有儲存：{word_flaws}</translation>
    </message>
    <message>
        <source>The words were not saved: the file is not text.</source>
        <translation>詞沒有儲存：檔案不是文字。</translation>
    </message>
    <message>
        <source>a word; with &quot;&gt;&quot; between words (in quotes) those before it also find those after it</source>
        <translation>一個詞；詞之間寫 &gt;（要加引號）時，前面的詞也能找到後面的詞</translation>
    </message>
    <message>
        <source>add words that mean the same</source>
        <translation>新增意思相同的詞</translation>
    </message>
    <message>
        <source>remove the line with these words</source>
        <translation>刪除有這些詞的一行</translation>
    </message>
    <message>
        <source>add the lines of a text file</source>
        <translation>新增文字檔裡的各行</translation>
    </message>
    <message>
        <source>a text file, one group per line</source>
        <translation>文字檔，每行一組</translation>
    </message>
    <message>
        <source>Lines added: {added}. Lines of your own now: {count}.</source>
        <translation>已新增 {added} 行。賣場詞庫現有 {count} 行。</translation>
    </message>
    <message>
        <source>No words of your own yet. Add some: quickdesk lexicon add 鞋 鞋子 球鞋</source>
        <translation>賣場詞庫還是空的。新增範例：quickdesk lexicon add 鞋 鞋子 球鞋</translation>
    </message>
    <message>
        <source>list and change the shop&apos;s own words that mean the same</source>
        <translation>查看和變更賣場裡意思相同的詞</translation>
    </message>
    <message>
        <source>quickdesk is still running: words of the shop are not saved. Save or discard them, then quit.</source>
        <translation>quickdesk 還在執行：賣場詞庫尚未儲存。請先儲存或捨棄，再結束。</translation>
    </message>
    <message>
        <source>another program gets all keys now, the hotkey too: an open menu, for example</source>
        <translation>按鍵現在都給了另一個程式（例如開著的選單），快速鍵也收不到</translation>
    </message>
    <message>
        <source>{hotkey} works</source>
        <translation>{hotkey} 正常</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Placeholders that became fields: {placeholders}</source>
        <translation>變成欄位的佔位符：{placeholders}</translation>
    </message>
    <message>
        <source>Kept as text: {placeholders}</source>
        <translation>保留為文字：{placeholders}</translation>
    </message>
    <message>
        <source>the JSON has no replies</source>
        <translation>JSON 裡沒有回覆</translation>
    </message>
    <message>
        <source>the text has characters that cannot be read: it is damaged, or in another encoding</source>
        <translation>有無法讀取的字元：文字已損毀，或是另一種編碼</translation>
    </message>
    <message>
        <source>forget what was learnt: habits, answered messages, values of fields</source>
        <translation>清除學到的內容：使用習慣、回過的訊息、填過的值</translation>
    </message>
    <message>
        <source>Forgotten: {count} entries</source>
        <translation>已清除：{count} 筆記錄</translation>
    </message>
    <message>
        <source>The nearest, though none of them fits:</source>
        <translation>最接近的幾則（都不符合）：</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk restore {id}</source>
        <translation>已移到資源回收筒：{title}。還原：quickdesk undo 或 quickdesk restore {id}</translation>
    </message>
    <message>
        <source>a way to ask was remembered</source>
        <translation>記住了問法</translation>
    </message>
    <message>
        <source>Restored: {new} brought back, {changed} changed, {removed} moved to the trash. Undo with: quickdesk undo</source>
        <translation>已還原：找回 {new} 則，變更 {changed} 則，移到資源回收筒 {removed} 則。復原指令：quickdesk undo</translation>
    </message>
    <message>
        <source>Undo with: quickdesk undo</source>
        <translation>復原：quickdesk undo</translation>
    </message>
    <message>
        <source>Removed: {name} = {value}. Bring it back with: quickdesk undo</source>
        <translation>已刪除：{name} = {value}。還原：quickdesk undo</translation>
    </message>
    <message>
        <source>Removed: {removed}. Bring it back with: quickdesk undo</source>
        <translation>已刪除：{removed}。要還原，請用：quickdesk undo</translation>
    </message>
    <message>
        <source>Customers as before: {count}</source>
        <translation>客戶恢復原樣：{count}</translation>
    </message>
    <message>
        <source>Nothing was undone, because something about customers has changed since ({count}).</source>
        <translation>沒有復原，因為有客戶的內容之後又改過（{count} 位）。</translation>
    </message>
    <message>
        <source>a customer was added</source>
        <translation>新增了一位客戶</translation>
    </message>
    <message>
        <source>a customer was changed</source>
        <translation>編輯了一位客戶</translation>
    </message>
    <message>
        <source>a customer was moved to the trash</source>
        <translation>把一位客戶移到了資源回收筒</translation>
    </message>
    <message>
        <source>a customer was brought back from the trash</source>
        <translation>從資源回收筒還原了一位客戶</translation>
    </message>
    <message>
        <source>customers were merged</source>
        <translation>合併了客戶</translation>
    </message>
    <message>
        <source>customers were imported</source>
        <translation>匯入了客戶</translation>
    </message>
    <message>
        <source>a note was added</source>
        <translation>新增了一則備註</translation>
    </message>
    <message>
        <source>a note was changed</source>
        <translation>編輯了一則備註</translation>
    </message>
    <message>
        <source>a note was removed</source>
        <translation>刪除了一則備註</translation>
    </message>
    <message>
        <source>an order was changed</source>
        <translation>編輯了一筆訂單</translation>
    </message>
    <message>
        <source>a case was opened</source>
        <translation>新增了一個案件</translation>
    </message>
    <message>
        <source>a case was changed</source>
        <translation>編輯了一個案件</translation>
    </message>
    <message>
        <source>a case was removed</source>
        <translation>刪除了一個案件</translation>
    </message>
    <message>
        <source>a customer&apos;s satisfaction was noted</source>
        <translation>記錄了客戶滿意度</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Nothing was changed.</source>
        <translation>密碼不正確。沒有任何變更。</translation>
    </message>
    <message>
        <source>the header has no column for nicknames, names, phones or order numbers</source>
        <translation>標題列裡沒有暱稱、姓名、電話或訂單號欄</translation>
    </message>
    <message>
        <source>its key cannot be read now; the file was not touched</source>
        <translation>現在無法讀取它的金鑰；檔案沒有動過</translation>
    </message>
    <message>
        <source>{path} was damaged. What could still be read is in use; the damaged file was kept as {set_aside}.</source>
        <translation>{path} 已損毀。仍可讀取的內容正在使用；損毀的檔案保留為 {set_aside}。</translation>
    </message>
    <message>
        <source>it is locked, not damaged: type the passphrase to verify it</source>
        <translation>已鎖定，並未損毀：輸入密碼後即可驗證</translation>
    </message>
    <message>
        <source>its key is not on this computer; the file was not touched</source>
        <translation>它的金鑰不在這台電腦上；檔案沒有動過</translation>
    </message>
    <message>
        <source>Left as they are, because their key is not there now: {kinds}</source>
        <translation>維持原樣，因為現在沒有它們的金鑰：{kinds}</translation>
    </message>
    <message>
        <source>the passphrase of the customers (default: QUICKDESK_PASSPHRASE)</source>
        <translation>客戶資料的密碼所在檔案（預設用 QUICKDESK_PASSPHRASE）</translation>
    </message>
    <message>
        <source>with a backup of another computer: the file with its recovery key or passphrase</source>
        <translation>另一台電腦的備份：它的復原金鑰或密碼所在檔案</translation>
    </message>
    <message>
        <source>with a backup: leave out what its key is missing for</source>
        <translation>從備份還原時，略過沒有金鑰的內容</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs eight characters. Nothing was changed.</source>
        <translation>密碼太短，至少八個字元。沒有任何變更。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was changed.</source>
        <translation>兩次輸入的密碼不同。沒有任何變更。</translation>
    </message>
    <message>
        <source>The customers have no passphrase. Set one with: data protect.</source>
        <translation>客戶資料沒有設密碼。設定：data protect</translation>
    </message>
    <message>
        <source>This is not a recovery key: a letter is wrong or missing. Nothing was changed.</source>
        <translation>這不是復原金鑰：有字元錯了或漏了。沒有任何變更。</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a newer one replaced it. Nothing was changed.</source>
        <translation>這個復原金鑰屬於別的資料，或已被新的取代。沒有任何變更。</translation>
    </message>
    <message>
        <source>There is nothing that is encrypted.</source>
        <translation>沒有加密的內容。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶資料</translation>
    </message>
    <message>
        <source>encrypt customers with a passphrase</source>
        <translation>用密碼加密客戶資料</translation>
    </message>
    <message>
        <source>the new passphrase: the first line of this file</source>
        <translation>新密碼：該檔案的第一行</translation>
    </message>
    <message>
        <source>encrypt without a passphrase</source>
        <translation>不用密碼加密</translation>
    </message>
    <message>
        <source>open the customers of the running program with the passphrase</source>
        <translation>用密碼開啟執行中的程式裡的客戶資料</translation>
    </message>
    <message>
        <source>lock the customers until the passphrase is given</source>
        <translation>鎖定客戶資料，直到輸入密碼</translation>
    </message>
    <message>
        <source>make a new recovery key, or open the customers with one</source>
        <translation>產生新的復原金鑰，或用它開啟客戶資料</translation>
    </message>
    <message>
        <source>the file with the recovery key (-: standard input)</source>
        <translation>復原金鑰所在檔案（-：標準輸入）</translation>
    </message>
    <message>
        <source>with --use: open this backup of another computer, to restore it then</source>
        <translation>與 --use 一起：開啟另一台電腦的這個備份，之後即可還原它</translation>
    </message>
    <message>
        <source>encrypt all customers with a new key</source>
        <translation>用新金鑰重新加密全部客戶資料</translation>
    </message>
    <message>
        <source>Recovery key: </source>
        <translation>復原金鑰：</translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>新密碼：</translation>
    </message>
    <message>
        <source>Again: </source>
        <translation>再輸入一次：</translation>
    </message>
    <message>
        <source>show and change how customers are encrypted</source>
        <translation>檢視、變更客戶資料的加密方式</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>密碼：</translation>
    </message>
    <message>
        <source>This is the recovery key. Print it or write it down, and keep it away from this computer: it opens the customers if their key or passphrase is lost, and backups on another computer. It is not shown again, and an earlier one is not valid any more.</source>
        <translation>這是復原金鑰。請列印或抄下來，不要和這台電腦放在一起：金鑰或密碼遺失時，它能開啟客戶資料，也能在另一台電腦上開啟備份。它不會再次顯示，以前的復原金鑰已失效。</translation>
    </message>
    <message>
        <source>the files about the encryption of customers are damaged. See: check</source>
        <translation>客戶資料加密方式的檔案已損毀。詳情：check</translation>
    </message>
    <message>
        <source>no customers yet; they will be encrypted from the first card on</source>
        <translation>還沒有客戶資料；從第一張卡片起就會加密</translation>
    </message>
    <message>
        <source>customers are encrypted, the key is in the keyring of the system: this protects files, backups and a lost disk, not from others at your account. Better: data protect</source>
        <translation>客戶資料已加密，金鑰在系統金鑰圈裡：檔案、備份和遺失的硬碟不會洩露，但防不了使用你帳戶的人。更安全：data protect</translation>
    </message>
    <message>
        <source>customers are encrypted, the key is in a file beside them, because no keyring answered: this protects backups, not a copy of the whole folder. Better: data protect</source>
        <translation>客戶資料已加密，金鑰在旁邊的檔案裡，因為沒有可用的系統金鑰圈：備份不會洩露，但防不了整個資料夾被複製。更安全：data protect</translation>
    </message>
    <message>
        <source>customers are encrypted with a passphrase: this protects everything while they are locked, not from other programs of yours while they are open</source>
        <translation>客戶資料已用密碼加密：鎖定時誰也打不開，開啟時防不了你執行的其他程式</translation>
    </message>
    <message>
        <source>locked. Unlock with: data unlock</source>
        <translation>已鎖定。解鎖：data unlock</translation>
    </message>
    <message>
        <source>no recovery key: without it, customers and backups are lost with the key or the passphrase. Make one: data recovery-key</source>
        <translation>沒有復原金鑰：金鑰或密碼一旦遺失，客戶資料和備份就打不開了。產生：data recovery-key</translation>
    </message>
    <message>
        <source>No customer has the id or nickname {id}.</source>
        <translation>沒有編號或暱稱是「{id}」的客戶。</translation>
    </message>
    <message>
        <source>Name one customer, or give --all.</source>
        <translation>請寫一位客戶，或加 --all。</translation>
    </message>
    <message>
        <source>Nothing was erased. This would erase {label} with {notes} notes and {cases} cases from every file, for good. Add --yes to do it.</source>
        <translation>沒有刪除任何內容。加 --yes 會從每個檔案裡徹底刪除「{label}」，包括 {notes} 則備註和 {cases} 個案件，無法復原。</translation>
    </message>
    <message>
        <source>Nothing was erased. Add --yes to erase {customers} customers with {notes} notes, and of others {cases} cases and {events} events, for good.</source>
        <translation>沒有刪除任何內容。加 --yes 會徹底刪除 {customers} 位客戶和他們的 {notes} 則備註，以及其他客戶的 {cases} 個案件和 {events} 個事件，無法復原。</translation>
    </message>
    <message>
        <source>Nothing was erased, because the clock of this computer has just jumped.</source>
        <translation>沒有刪除任何內容，因為這台電腦的時鐘剛剛跳變。</translation>
    </message>
    <message>
        <source>a CSV or TSV table with a header row</source>
        <translation>帶標題列的 CSV 或 TSV 表格</translation>
    </message>
    <message>
        <source>Would import {new} new customers and change {changed}. Already there: {same}. Refused: {refused}.</source>
        <translation>將匯入 {new} 位新客戶，變更 {changed} 位。已有：{same}。不匯入：{refused}。</translation>
    </message>
    <message>
        <source>Imported: {new} new customers, {changed} changed. Already there: {same}. Refused: {refused}.</source>
        <translation>已匯入 {new} 位新客戶，變更 {changed} 位。已有：{same}。沒匯入：{refused}。</translation>
    </message>
    <message>
        <source>Rows that continue the customer above (merged cells): {continued}</source>
        <translation>接著上面那位客戶的列（合併儲存格）：{continued}</translation>
    </message>
    <message>
        <source>the id or a nickname of one customer</source>
        <translation>一位客戶的編號或暱稱</translation>
    </message>
    <message>
        <source>where to write; one customer as text, or as JSON if it ends in .json; - is the output</source>
        <translation>寫到哪裡；一位客戶寫成文字，檔名以 .json 結尾就寫成 JSON；- 是標準輸出</translation>
    </message>
    <message>
        <source>Exported {count} customers to {path}</source>
        <translation>已匯出 {count} 位客戶到 {path}</translation>
    </message>
    <message>
        <source>This file is not encrypted: whoever has it can read it. Delete it when it is not needed.</source>
        <translation>這個檔案沒有加密，拿到它的人都能讀。用完請刪除。</translation>
    </message>
    <message>
        <source>import customers from a table</source>
        <translation>從表格匯入客戶</translation>
    </message>
    <message>
        <source>export one customer, or all</source>
        <translation>匯出一位客戶，或全部客戶</translation>
    </message>
    <message>
        <source>the id or a nickname of a customer, also in the trash</source>
        <translation>客戶的編號或暱稱，資源回收筒裡的也行</translation>
    </message>
    <message>
        <source>erase for good; this cannot be undone</source>
        <translation>徹底刪除，無法復原</translation>
    </message>
    <message>
        <source>Erased {label}: {notes} notes, {cases} cases, {events} events.</source>
        <translation>已徹底刪除「{label}」：{notes} 則備註、{cases} 個案件、{events} 個事件。</translation>
    </message>
    <message>
        <source>Backups written again without it: {backups}</source>
        <translation>去掉這位客戶後重寫的備份：{backups}</translation>
    </message>
    <message>
        <source>Damaged or set aside files deleted: {files}</source>
        <translation>刪掉的損毀或另存的檔案：{files}</translation>
    </message>
    <message>
        <source>Backups and exports outside the data folder still have it.</source>
        <translation>資料位置以外的備份和匯出檔案裡還有。</translation>
    </message>
    <message>
        <source>erase what has been kept long enough</source>
        <translation>徹底刪除到期的內容</translation>
    </message>
    <message>
        <source>with --apply: erase for good, without asking</source>
        <translation>和 --apply 一起用：不再詢問，直接徹底刪除</translation>
    </message>
    <message>
        <source>Nothing has been kept longer than the settings say.</source>
        <translation>沒有超過設定期限的內容。</translation>
    </message>
    <message>
        <source>Erased: {customers} customers with {notes} notes; of others {cases} cases, {events} events.</source>
        <translation>已徹底刪除：{customers} 位客戶和他們的 {notes} 則備註；其他客戶的 {cases} 個案件、{events} 個事件。</translation>
    </message>
    <message>
        <source>Would erase {customers} customers with {notes} notes; of others {cases} cases, {events} events.</source>
        <translation>將徹底刪除 {customers} 位客戶和他們的 {notes} 則備註；其他客戶的 {cases} 個案件、{events} 個事件。</translation>
    </message>
    <message>
        <source>To erase them: quickdesk customer retention --apply --yes</source>
        <translation>要刪除：quickdesk customer retention --apply --yes</translation>
    </message>
    <message>
        <source>erase a customer from every file, for good</source>
        <translation>從每個檔案裡徹底刪除一位客戶</translation>
    </message>
    <message>
        <source>show or erase what has been kept long enough</source>
        <translation>列出或徹底刪除到期的內容</translation>
    </message>
    <message>
        <source>no nickname, name, phone or order number</source>
        <translation>沒有暱稱、姓名、電話或訂單編號</translation>
    </message>
    <message>
        <source>a spreadsheet cut this number off: {detail}</source>
        <translation>號碼被試算表軟體截斷了：{detail}</translation>
    </message>
    <message>
        <source>the number of texts in column {detail} does not match the nicknames or orders</source>
        <translation>「{detail}」欄的個數和暱稱或訂單對不上</translation>
    </message>
    <message>
        <source>no date: {detail}</source>
        <translation>不是日期：{detail}</translation>
    </message>
    <message>
        <source>may be more than one of the customers</source>
        <translation>可能是好幾位客戶</translation>
    </message>
    <message>
        <source>order {detail} belongs to another customer on this platform</source>
        <translation>訂單 {detail} 屬於這個平台上的另一位客戶</translation>
    </message>
    <message>
        <source>{detail} is too long or has characters that cannot be stored</source>
        <translation>{detail}：太長，或有無法儲存的字元</translation>
    </message>
    <message>
        <source>{nick} ({platform})</source>
        <translation>{nick}（{platform}）</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>暱稱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>勿聯絡</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>the id of the customer, how it begins, or a nickname</source>
        <translation>客戶的編號、編號開頭或暱稱</translation>
    </message>
    <message>
        <source>show phones, addresses and order numbers in full</source>
        <translation>完整顯示電話、地址和訂單編號</translation>
    </message>
    <message>
        <source>a nickname, pinyin, tag, word of a note, or the end of a number</source>
        <translation>暱稱、拼音、標籤、備註裡的詞，或號碼的末幾碼</translation>
    </message>
    <message>
        <source>how many customers at most</source>
        <translation>最多幾位客戶</translation>
    </message>
    <message>
        <source>a nickname; may be repeated</source>
        <translation>暱稱；可以重複使用</translation>
    </message>
    <message>
        <source>the platform of the nickname</source>
        <translation>暱稱所在的平台</translation>
    </message>
    <message>
        <source>the real name</source>
        <translation>真實姓名</translation>
    </message>
    <message>
        <source>a remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>a phone number; may be repeated</source>
        <translation>電話；可以重複使用</translation>
    </message>
    <message>
        <source>an address; may be repeated</source>
        <translation>地址；可以重複使用</translation>
    </message>
    <message>
        <source>such as 02-29, 2月29日 or 1990-02-28</source>
        <translation>例如 02-29 或 1990-02-28</translation>
    </message>
    <message>
        <source>how the customer is spoken to</source>
        <translation>對這位客戶的語氣</translation>
    </message>
    <message>
        <source>the customer&apos;s language</source>
        <translation>客戶的語言</translation>
    </message>
    <message>
        <source>a field of your own, such as 尺码=M; empty removes it; may be repeated</source>
        <translation>自訂欄位，例如 尺碼=M；內容為空則刪除；可以重複使用</translation>
    </message>
    <message>
        <source>do not contact this customer, and why</source>
        <translation>不要聯絡這位客戶，以及原因</translation>
    </message>
    <message>
        <source>this customer may be contacted again</source>
        <translation>可以重新聯絡這位客戶</translation>
    </message>
    <message>
        <source>no customer</source>
        <translation>不選客戶</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>還沒有客戶。</translation>
    </message>
    <message>
        <source>Added customer {id}: {title}</source>
        <translation>已新增客戶 {id}：{title}</translation>
    </message>
    <message>
        <source>Changed customer {id}: {title}</source>
        <translation>已編輯客戶 {id}：{title}</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk customer restore {id}</source>
        <translation>已移到資源回收筒：{title}。還原：quickdesk undo 或 quickdesk customer restore {id}</translation>
    </message>
    <message>
        <source>Restored customer {id}: {title}</source>
        <translation>已還原客戶 {id}：{title}</translation>
    </message>
    <message>
        <source>There is no current customer now.</source>
        <translation>現在沒有目前的客戶。</translation>
    </message>
    <message>
        <source>The current customer is {id}.</source>
        <translation>目前的客戶是 {id}。</translation>
    </message>
    <message>
        <source>list all customers</source>
        <translation>列出所有客戶</translation>
    </message>
    <message>
        <source>find customers</source>
        <translation>搜尋客戶</translation>
    </message>
    <message>
        <source>show a customer with its notes</source>
        <translation>檢視一位客戶和備註</translation>
    </message>
    <message>
        <source>add a customer</source>
        <translation>新增客戶</translation>
    </message>
    <message>
        <source>move a customer to the trash</source>
        <translation>把客戶移到資源回收筒</translation>
    </message>
    <message>
        <source>restore a customer from the trash</source>
        <translation>從資源回收筒還原客戶</translation>
    </message>
    <message>
        <source>choose the current customer of the running program</source>
        <translation>選擇執行中的程式的目前客戶</translation>
    </message>
    <message>
        <source>nicknames</source>
        <translation>暱稱</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>自訂欄位</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>items of an order</source>
        <translation>訂單商品</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>text</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>state of order</source>
        <translation>訂單狀態</translation>
    </message>
    <message>
        <source>tracking number of order</source>
        <translation>訂單物流編號</translation>
    </message>
    <message>
        <source>carrier of order</source>
        <translation>訂單物流公司</translation>
    </message>
    <message>
        <source>no day such as 02-29 or 1990-02-28</source>
        <translation>不是 02-29 或 1990-02-28 這樣的日期</translation>
    </message>
    <message>
        <source>{count} customers have the nickname or id {id}:{matches}
Use the id of the one you mean.</source>
        <translation>有 {count} 位客戶的暱稱或編號是 {id}：{matches}
請用其中一位的編號。</translation>
    </message>
    <message>
        <source>No customer found for: {query}</source>
        <translation>找不到客戶：{query}</translation>
    </message>
    <message>
        <source>The customer was not saved:{flaws}</source>
        <translation>客戶未儲存：{flaws}</translation>
    </message>
    <message>
        <source>The note was not saved:{flaws}</source>
        <translation>備註未儲存：{flaws}</translation>
    </message>
    <message>
        <source>Say what to change, for example with --tag. Nothing was changed.</source>
        <translation>請說明要改什麼，例如 --tag。沒有任何變更。</translation>
    </message>
    <message>
        <source>An order has no {name}. It has: {names}.</source>
        <translation>訂單沒有這一項：{name}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>This is the same customer. Nothing was changed.</source>
        <translation>這是同一位客戶。沒有任何變更。</translation>
    </message>
    <message>
        <source>cards of customers: add, find and change them</source>
        <translation>客戶資料：新增、搜尋和編輯</translation>
    </message>
    <message>
        <source>the note; - reads it from standard input</source>
        <translation>備註內容；- 表示從標準輸入讀取</translation>
    </message>
    <message>
        <source>show it above all others</source>
        <translation>置頂</translation>
    </message>
    <message>
        <source>Noted for {label} ({customer}).</source>
        <translation>已記下，客戶：{label}（{customer}）。</translation>
    </message>
    <message>
        <source>the number of the order</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>platform, state, items (with ;), tracking or carrier; may be repeated</source>
        <translation>platform（平台）、state（狀態）、items（商品，用 ; 分開）、tracking（物流編號）或 carrier（物流公司）；可以重複使用</translation>
    </message>
    <message>
        <source>the card that is merged into it and then is in the trash</source>
        <translation>併入的那張資料，之後在資源回收筒裡</translation>
    </message>
    <message>
        <source>Would merge {removed} into {id}: {title}</source>
        <translation>將把 {removed} 併入 {id}：{title}</translation>
    </message>
    <message>
        <source>Merged {removed} into {id}: {title}</source>
        <translation>已把 {removed} 併入 {id}：{title}</translation>
    </message>
    <message>
        <source>Notes moved: {notes}. Cases: {cases}. Events: {events}.</source>
        <translation>移過來的備註：{notes}。案件：{cases}。事件：{events}。</translation>
    </message>
    <message>
        <source>  {field}: {kept} stays, {dropped} does not</source>
        <translation>  {field}：保留「{kept}」，不保留「{dropped}」</translation>
    </message>
    <message>
        <source>add a note to a customer</source>
        <translation>為客戶新增備註</translation>
    </message>
    <message>
        <source>add an order to a customer, or change it</source>
        <translation>為客戶新增訂單，或編輯訂單</translation>
    </message>
    <message>
        <source>merge two cards of one buyer</source>
        <translation>合併同一買家的兩張資料</translation>
    </message>
    <message>
        <source>fill fields from the card of this customer</source>
        <translation>用這位客戶的客戶卡填欄位</translation>
    </message>
    <message>
        <source>The customers in {path} are locked, or their key is not here. Nothing was changed. Unlock them, or open them with the recovery key of the computer they are from: restore {path} --recovery-key-file FILE. Or leave them out: --partly.</source>
        <translation>{path} 裡的客戶資料已鎖定，或其金鑰不在這裡。沒有任何變更。請先解鎖，或用原來那台電腦的復原金鑰開啟：restore {path} --recovery-key-file FILE。或略過：--partly</translation>
    </message>
    <message>
        <source>No recovery key was ever made for this data. Nothing was changed. One can be made while the customers open: data recovery-key.</source>
        <translation>從未為這些資料產生過復原金鑰。沒有任何變更。客戶資料能開啟時可以產生：data recovery-key</translation>
    </message>
    <message>
        <source>The key of the customers is not on this computer. Nothing was changed. If a recovery key was made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key file back; then make one: data recovery-key.</source>
        <translation>這台電腦上沒有客戶資料的金鑰。沒有任何變更。如果產生過復原金鑰，可用它開啟：data recovery-key --use FILE。沒有的話，請先找回金鑰圈或金鑰檔，再產生：data recovery-key</translation>
    </message>
    <message>
        <source>Another key is in the place of that of the customers. Nothing was changed. If a recovery key was made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key file back; then make one: data recovery-key.</source>
        <translation>客戶資料的金鑰已被換成另一個。沒有任何變更。如果產生過復原金鑰，可用它開啟：data recovery-key --use FILE。沒有的話，請先找回金鑰圈或金鑰檔，再產生：data recovery-key</translation>
    </message>
    <message>
        <source>The keyring of the system, which has the key of the customers, is not there. Nothing was changed. Start it, or use a recovery key: data recovery-key --use FILE. If none was made, make one when they open again: data recovery-key.</source>
        <translation>客戶資料的金鑰在系統金鑰圈中，而金鑰圈不在。沒有任何變更。請啟動金鑰圈，或使用復原金鑰：data recovery-key --use FILE。沒有的話，能開啟後請產生：data recovery-key</translation>
    </message>
    <message>
        <source>The keyring of the system refuses the key of the customers. Nothing was changed. Unlock the keyring and try again, or use a recovery key: data recovery-key --use FILE. If none was made, make one when they open again: data recovery-key.</source>
        <translation>系統金鑰圈拒絕提供客戶資料的金鑰。沒有任何變更。請解鎖金鑰圈後再試，或使用復原金鑰：data recovery-key --use FILE。沒有的話，能開啟後請產生：data recovery-key</translation>
    </message>
    <message>
        <source>The customers have a passphrase: it must be given to change or remove it. Nothing was changed. In a file: --old-passphrase-file FILE.</source>
        <translation>客戶資料已有密碼：要提供目前的密碼才能變更或取消。沒有任何變更。可放在檔案裡：--old-passphrase-file FILE</translation>
    </message>
    <message>
        <source>There is no terminal to type it. Give it in a file: --passphrase-file FILE, --use FILE, --old-passphrase-file FILE.</source>
        <translation>沒有可以輸入的終端機。請放在檔案裡：--passphrase-file FILE，--use FILE，--old-passphrase-file FILE</translation>
    </message>
    <message>
        <source>the passphrase until now: the first line of this file (default: QUICKDESK_PASSPHRASE)</source>
        <translation>目前的密碼：該檔案的第一行（預設用 QUICKDESK_PASSPHRASE）</translation>
    </message>
    <message>
        <source>Passphrase until now: </source>
        <translation>目前的密碼：</translation>
    </message>
    <message>
        <source>all customers: a CSV table of their cards and notes, or all of it, with cases and timeline, if FILE ends in .json</source>
        <translation>全部客戶：客戶卡和備註寫成 CSV 表格；FILE 以 .json 結尾時寫全部內容，包括案件和時間軸</translation>
    </message>
    <message>
        <source>write phones, addresses and order numbers in full, which a table always has</source>
        <translation>完整寫出手機號碼、地址和訂單號碼（表格一律完整）</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售後</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核實</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>處理中</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>待客戶</translation>
    </message>
    <message>
        <source>Waiting for warehouse</source>
        <translation>待倉庫</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已結案</translation>
    </message>
    <message>
        <source>Reply pasted</source>
        <translation>已貼上回覆</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>滿意度</translation>
    </message>
    <message>
        <source>Order remark copied</source>
        <translation>已複製訂單備註</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不滿</translation>
    </message>
    <message>
        <source>change a customer; the tags, phones … that are given replace all present ones</source>
        <translation>編輯客戶；給出的標籤、電話等會取代原有的全部</translation>
    </message>
    <message>
        <source>delete the backups in the data folder that the key before opens; else they stay as they are</source>
        <translation>刪除資料位置裡仍可用舊金鑰開啟的備份；不加則維持原樣</translation>
    </message>
    <message>
        <source>Backups of the key before deleted: {deleted_backups}</source>
        <translation>已刪除舊金鑰的備份：{deleted_backups} 份</translation>
    </message>
    <message>
        <source>Backups in the data folder that still open with the key before, which is kept for them: {old_backups}. To change the key and delete them: data rekey --delete-old-backups</source>
        <translation>資料位置裡仍可用舊金鑰開啟的備份：{old_backups} 份，舊金鑰為此保留。要換金鑰並刪除它們：data rekey --delete-old-backups</translation>
    </message>
    <message>
        <source>Backups elsewhere still open with the key before: delete them yourself.</source>
        <translation>別處的備份仍可用舊金鑰開啟：請自行刪除。</translation>
    </message>
    <message>
        <source>it is not known here how long nothing was typed: minutes do not lock customers; with a passphrase the lock of the session and sleep do</source>
        <translation>這裡無法得知多久沒有輸入：不會按分鐘鎖定客戶資料；設了密碼時，鎖定螢幕和睡眠仍會鎖定</translation>
    </message>
    <message>
        <source>Wayland does not say what is typed in windows of its own: minutes may lock customers too early</source>
        <translation>Wayland 不告知在它自己的視窗裡的輸入：按分鐘鎖定客戶資料可能過早</translation>
    </message>
    <message>
        <source>the key is still in the keyring of the system too, which did not delete it: this is tried again at each unlock. Once the keyring answers: data unlock</source>
        <translation>金鑰還留在系統金鑰圈裡，因為金鑰圈沒有刪除它；每次解鎖時會再試。金鑰圈恢復回應後：data unlock</translation>
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
        <source>Imported: {new} new, {changed} changed</source>
        <translation>已匯入：新增 {new} 則，變更 {changed} 則</translation>
    </message>
    <message>
        <source>Backup restored: {new} brought back, {changed} changed, {removed} moved to the trash</source>
        <translation>已還原備份：找回 {new} 則，變更 {changed} 則，移到資源回收筒 {removed} 則</translation>
    </message>
    <message>
        <source>It shows {after}, and quickdesk last ran at {before}. Nothing was deleted because of that. If the date is wrong, set the clock.</source>
        <translation>現在顯示 {after}，而 quickdesk 上次執行是在 {before}。沒有因此刪除任何內容。如果日期不對，請調整時鐘。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock has moved by several days</source>
        <translation>電腦時鐘與上次執行時相差多天</translation>
    </message>
    <message>
        <source>new reply</source>
        <translation>新增回覆</translation>
    </message>
    <message>
        <source>changed reply</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>reply moved to the trash</source>
        <translation>將回覆移到資源回收筒</translation>
    </message>
    <message>
        <source>reply brought back</source>
        <translation>從資源回收筒還原回覆</translation>
    </message>
    <message>
        <source>import (replies: {count})</source>
        <translation>匯入 {count} 則回覆</translation>
    </message>
    <message>
        <source>restored backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>已復原：{action}</translation>
    </message>
    <message>
        <source>As before ({count}): {titles}</source>
        <translation>已恢復原狀（{count} 則）：{titles}</translation>
    </message>
    <message>
        <source>Now in the trash ({count}): {titles}</source>
        <translation>現在在資源回收筒（{count} 則）：{titles}</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>沒有可以復原的動作</translation>
    </message>
    <message>
        <source>These replies have changed since: {titles}</source>
        <translation>這些回覆之後又改過：{titles}</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>沒有復原</translation>
    </message>
    <message>
        <source>quickdesk is still running</source>
        <translation>quickdesk 仍在執行</translation>
    </message>
    <message>
        <source>A reply is being filled in. Paste it or close the form, then quit.</source>
        <translation>有一則回覆正在填寫。請先貼上它或關閉表單，再結束。</translation>
    </message>
    <message>
        <source>The data folder is gone. Save a copy of your data first, or quit again to leave it.</source>
        <translation>存放資料的資料夾不見了。請先將資料另存一份；再結束一次則不另存，直接結束。</translation>
    </message>
    <message>
        <source>quickdesk is in the tray</source>
        <translation>quickdesk 在系統匣裡</translation>
    </message>
    <message>
        <source>quickdesk is running</source>
        <translation>quickdesk 正在執行</translation>
    </message>
    <message>
        <source>Set the shop facts first (Ctrl+K in the palette): most replies then ask nothing</source>
        <translation>先填好「賣場資料」（面板裡按 Ctrl+K），之後多數回覆不用再填表單</translation>
    </message>
    <message>
        <source>{headline}: {text}</source>
        <translation>{headline}：{text}</translation>
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
        <source>Your replies are safe. Details are in quickdesk.log.</source>
        <translation>回覆都還在。詳情見 quickdesk.log。</translation>
    </message>
    <message>
        <source>Reply not copied: the clipboard is not available</source>
        <translation>沒有複製回覆：剪貼簿暫時不能用</translation>
    </message>
    <message>
        <source>Open the palette and choose the reply again. On Wayland, install wl-clipboard first.</source>
        <translation>請開啟面板再選一次。Wayland 上請先安裝 wl-clipboard。</translation>
    </message>
    <message>
        <source>The clipboard holds what you copied in the meantime. Open the palette and choose the reply again.</source>
        <translation>剪貼簿裡是您剛才複製的內容。請開啟面板再選一次。</translation>
    </message>
    <message>
        <source>Check the chat box: the chat window stopped responding while pasting</source>
        <translation>請檢查聊天框：貼上時聊天視窗沒有回應</translation>
    </message>
    <message>
        <source>All, part, or none of the reply may be there. It is still on the clipboard: clear the chat box and press {keys}.</source>
        <translation>回覆可能已全部、部分或沒有貼上。它還在剪貼簿裡：清空聊天框，再按 {keys}。</translation>
    </message>
    <message>
        <source>Part of it was too large or took too long. Copy it again if you need it.</source>
        <translation>有一部分內容太大或太慢。需要的話請重新複製。</translation>
    </message>
    <message>
        <source>The program it came from did not answer. Copy it again if you need it.</source>
        <translation>原本的程式沒有回應。需要的話請重新複製。</translation>
    </message>
    <message>
        <source>Reply pasted, but your clipboard was not fully restored</source>
        <translation>回覆已貼上，但剪貼簿沒有恢復原狀</translation>
    </message>
    <message>
        <source>Nothing was lost. The damaged file was kept as {path}.</source>
        <translation>沒有遺失任何內容。損毀的檔案保留為 {path}。</translation>
    </message>
    <message>
        <source>The previous version is in use. The damaged file was kept as {path}.</source>
        <translation>目前使用上一個版本。損毀的檔案保留在 {path}。</translation>
    </message>
    <message>
        <source>No earlier version was found. The damaged file was kept as {path}.</source>
        <translation>找不到更早的版本。損毀的檔案保留在 {path}。</translation>
    </message>
    <message>
        <source>A data file was damaged</source>
        <translation>有一個資料檔已損毀</translation>
    </message>
    <message>
        <source>Data files were set aside before</source>
        <translation>先前有資料檔案被放到一邊</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. The damaged part was kept as {path}.</source>
        <translation>遺失的變更（{kind}）：{changes}。損毀的部分保留為 {path}。</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. They were in {path}.</source>
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
        <source>A file ({kind}) is from another computer or from another time. It is not used, and kept as {path}.</source>
        <translation>有一個檔案（{kind}）來自另一台電腦，或是其他時間儲存的。沒有使用它，已另存為 {path}。</translation>
    </message>
    <message>
        <source>A file did not belong to your data</source>
        <translation>有一個檔案不屬於你的資料</translation>
    </message>
    <message>
        <source>Copies that are not used ({kind}): {paths}. A sync program made them, or another computer did.</source>
        <translation>沒有使用的副本（{kind}）：{paths}。它們由同步軟體產生，或來自另一台電腦。</translation>
    </message>
    <message>
        <source>There are copies of your data</source>
        <translation>資料夾裡有資料的副本</translation>
    </message>
    <message>
        <source>The disk is full. You can still use your replies. To change them, free up space for {path} and restart quickdesk.</source>
        <translation>磁碟已滿。回覆可以照常使用。要變更，請為 {path} 騰出空間，再重新啟動 quickdesk。</translation>
    </message>
    <message>
        <source>{path}
Bring it back with: quickdesk restore FILE</source>
        <translation>{path}
還原指令：quickdesk restore FILE</translation>
    </message>
    <message>
        <source>Copy saved</source>
        <translation>已另存一份</translation>
    </message>
    <message>
        <source>Customers are locked</source>
        <translation>客戶資料已鎖定</translation>
    </message>
    <message>
        <source>Type the passphrase to open them. Replies can be used all the same.</source>
        <translation>輸入密碼即可開啟。回覆照常可用。</translation>
    </message>
    <message>
        <source>The key of the customers is not on this computer</source>
        <translation>這台電腦上沒有客戶資料的金鑰</translation>
    </message>
    <message>
        <source>Another key is in the place of that of the customers</source>
        <translation>客戶資料的金鑰已被換成另一個</translation>
    </message>
    <message>
        <source>The keyring with the key of the customers is not there</source>
        <translation>存放客戶資料金鑰的金鑰圈不在</translation>
    </message>
    <message>
        <source>The keyring refuses the key of the customers</source>
        <translation>金鑰圈拒絕提供客戶資料的金鑰</translation>
    </message>
    <message>
        <source>The keyring of the system does not answer</source>
        <translation>系統金鑰圈沒有回應</translation>
    </message>
    <message>
        <source>If it asks for its password, enter that and try again.</source>
        <translation>如果它在詢問自己的密碼，請輸入後再試。</translation>
    </message>
    <message>
        <source>The file about the protection of customers is damaged</source>
        <translation>客戶資料保護方式的檔案已損毀</translation>
    </message>
    <message>
        <source>Nothing is lost. Put {path} back from a backup of this folder.</source>
        <translation>沒有遺失。請從此資料夾的備份放回 {path}。</translation>
    </message>
    <message>
        <source>Hotkey: the keyboard package, which listens to all keys</source>
        <translation>快速鍵：由 keyboard 套件提供，它會監聽所有按鍵</translation>
    </message>
    <message>
        <source>Hotkey: bind a key to quickdesk toggle in your desktop settings</source>
        <translation>快速鍵：請在桌面設定裡把 quickdesk toggle 綁定到一個按鍵</translation>
    </message>
    <message>
        <source>Hotkey: not available</source>
        <translation>快速鍵：這裡無法使用</translation>
    </message>
    <message>
        <source>Replies: pasted into the window you came from</source>
        <translation>回覆：直接貼到原來的視窗</translation>
    </message>
    <message>
        <source>Replies: copied; you paste them yourself</source>
        <translation>回覆：只複製，由你自行貼上</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>請填寫{field}。</translation>
    </message>
    <message>
        <source>Too long: {field}. Use at most {limit} characters.</source>
        <translation>{field}太長：最多 {limit} 個字元。</translation>
    </message>
    <message>
        <source>Too many: {field}. Use at most {limit}.</source>
        <translation>{field}太多：最多 {limit} 個。</translation>
    </message>
    <message>
        <source>Remove the character that cannot be saved or sent: {field}.</source>
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
        <source>remark</source>
        <translation>備註</translation>
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
        <source>{keys} is already used by {holder}</source>
        <translation>{keys} 已被 {holder} 使用</translation>
    </message>
    <message>
        <source>{keys} is already used by another program</source>
        <translation>{keys} 已被其他程式使用</translation>
    </message>
    <message>
        <source>{keys} is not on this keyboard layout</source>
        <translation>這個鍵盤配置上沒有 {keys}</translation>
    </message>
    <message>
        <source>Choose other keys in Settings.</source>
        <translation>請在設定裡換一組按鍵。</translation>
    </message>
    <message>
        <source>Global hotkeys are not available here</source>
        <translation>這裡沒有可用的全域快速鍵</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Same as system</source>
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
        <source>Click the chat box and press {keys} to paste.</source>
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
        <source>Not pasted: the chat window did not accept the reply</source>
        <translation>沒有貼上：聊天視窗沒有接收回覆</translation>
    </message>
    <message>
        <source>It has {count} characters. A reply can have up to {limit}.</source>
        <translation>有 {count} 個字元，一則回覆最多 {limit} 個。</translation>
    </message>
    <message>
        <source>The reply is too long</source>
        <translation>回覆太長</translation>
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
        <source>The file was kept unchanged as {path}. quickdesk continues without it.</source>
        <translation>檔案已原樣保留為 {path}。quickdesk 會繼續執行，暫時不用這個檔案。</translation>
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
        <source>You can still use your replies. To change them, allow writing to {path} and try again.</source>
        <translation>回覆可以照常使用。要變更回覆，請允許寫入 {path}，再試一次。</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>沒有儲存：磁碟已滿</translation>
    </message>
    <message>
        <source>Everything saved before is safe. Free up space for {path}, then save again.</source>
        <translation>之前儲存的內容沒有變。請為 {path} 騰出空間，再儲存一次。</translation>
    </message>
    <message>
        <source>Changes cannot be saved: the data folder is gone</source>
        <translation>變更無法儲存：存放資料的資料夾不見了</translation>
    </message>
    <message>
        <source>{path} was renamed, deleted or replaced while quickdesk was using it. You can still use your replies. Put the folder back, or save a copy of your data and restart quickdesk.</source>
        <translation>quickdesk 使用期間，{path} 被重新命名、刪除或取代了。回覆仍可使用。請將資料夾放回原處，或將資料另存一份，再重新啟動 quickdesk。</translation>
    </message>
    <message>
        <source>No permission to read a data file</source>
        <translation>沒有讀取資料檔的權限</translation>
    </message>
    <message>
        <source>Files set aside before are kept as {paths}. For details: quickdesk check</source>
        <translation>先前另存的檔案：{paths}。詳情請執行：quickdesk check</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another place.</source>
        <translation>無法寫入 {path}。請換一個位置。</translation>
    </message>
    <message>
        <source>The copy was not saved</source>
        <translation>副本未儲存</translation>
    </message>
    <message>
        <source>Changes can be saved again</source>
        <translation>又可以儲存變更了</translation>
    </message>
    <message>
        <source>To take over the replies in it: {command}</source>
        <translation>要取回其中的回覆，請執行：{command}</translation>
    </message>
    <message>
        <source>{path} was not touched. Allow reading it, then restart quickdesk.</source>
        <translation>沒有更動 {path}。請允許讀取它，然後重新啟動 quickdesk。</translation>
    </message>
    <message>
        <source>No backup was made: there is too much data</source>
        <translation>沒有建立備份：資料太多</translation>
    </message>
    <message>
        <source>Everything is saved. With quickdesk closed, a copy of the data folder is a backup too.</source>
        <translation>所有內容都已儲存。結束 quickdesk 後複製整個存放資料的資料夾，同樣可以當作備份。</translation>
    </message>
    <message>
        <source>Perhaps not saved: the disk reported an error</source>
        <translation>可能未儲存：磁碟回報錯誤</translation>
    </message>
    <message>
        <source>The change may or may not be in {path}. Restart quickdesk and check before making it again.</source>
        <translation>這次變更可能在 {path} 中，也可能不在。請重新啟動 quickdesk，檢查後再決定是否重做。</translation>
    </message>
    <message>
        <source>Press the keys you want to use.</source>
        <translation>請按下要用的按鍵。</translation>
    </message>
    <message>
        <source>Keep holding and press one more key.</source>
        <translation>按住這些按鍵，再按一個按鍵。</translation>
    </message>
    <message>
        <source>Combine one key with Ctrl, Alt, Shift or the system key.</source>
        <translation>請用一個按鍵搭配 Ctrl、Alt、Shift 或系統鍵。</translation>
    </message>
    <message>
        <source>This key cannot be used in a hotkey. Choose another.</source>
        <translation>這個按鍵不能用在快速鍵裡，請換一個。</translation>
    </message>
    <message>
        <source>You need this key for typing. Add Ctrl, Alt or the system key.</source>
        <translation>單獨這個按鍵打字時要用，請加上 Ctrl、Alt 或系統鍵。</translation>
    </message>
    <message>
        <source>These keys are reserved for the system, the input method or other programs. Choose others.</source>
        <translation>系統、輸入法或其他程式要用這組按鍵，請換一組。</translation>
    </message>
    <message>
        <source>This desktop does not allow global hotkeys. In its keyboard settings, bind a key to: quickdesk toggle</source>
        <translation>這個桌面不允許程式監聽快速鍵。請在桌面的鍵盤設定裡，為這個命令綁定一個按鍵：quickdesk toggle</translation>
    </message>
    <message>
        <source>The system does not let quickdesk watch the keyboard. In the desktop&apos;s keyboard settings, bind a key to: quickdesk toggle</source>
        <translation>系統不允許 quickdesk 監聽鍵盤。請在桌面的鍵盤設定裡，為這個命令綁定一個按鍵：quickdesk toggle</translation>
    </message>
    <message>
        <source>The connection to the display was lost. Restart quickdesk to get the hotkey back.</source>
        <translation>與圖形介面的連線中斷了。重新啟動 quickdesk，快速鍵就會恢復。</translation>
    </message>
    <message>
        <source>The hotkey is off because quickdesk is quitting.</source>
        <translation>quickdesk 正在結束，快速鍵已關閉。</translation>
    </message>
    <message>
        <source>Expired: this fact of the shop was valid until {day}</source>
        <translation>已過期：這項賣場資料的有效期限到 {day} 為止</translation>
    </message>
    <message>
        <source>Saved: the shop&apos;s facts fill this in from now on</source>
        <translation>已設為賣場資料，以後自動填好</translation>
    </message>
    <message>
        <source>The shop&apos;s facts say: {value}</source>
        <translation>賣場資料是：{value}</translation>
    </message>
    <message>
        <source>This fact of the shop was removed meanwhile</source>
        <translation>這項賣場資料剛才已被刪除</translation>
    </message>
    <message>
        <source>A field is not closed: add } on the same line, or write {{ for a plain brace.</source>
        <translation>欄位沒有結尾：請在同一行補上 }；要寫大括號本身，請寫 {{。</translation>
    </message>
    <message>
        <source>This } does not close a field: remove it, or write }} for a plain brace.</source>
        <translation>多了一個 }：請刪除；要寫大括號本身，請寫 }}。</translation>
    </message>
    <message>
        <source>A field cannot contain another field: close the first with } before the next {.</source>
        <translation>欄位裡面不能再有欄位：請先用 } 結束前一個，再寫 {。</translation>
    </message>
    <message>
        <source>A field has no name: write one between the braces.</source>
        <translation>欄位沒有名稱：請寫在大括號裡。</translation>
    </message>
    <message>
        <source>This is not a valid field name: start with a letter or digit and use at most {limit} characters.</source>
        <translation>不能當作欄位的名稱：請以文字、字母或數字開頭，最多 {limit} 個字元。</translation>
    </message>
    <message>
        <source>A choice is empty: fill it in or remove its |.</source>
        <translation>有一個選項是空的：請填寫，或刪除它的 |。</translation>
    </message>
    <message>
        <source>quickdesk fills in this field: remove what follows its name.</source>
        <translation>這個欄位由 quickdesk 自動填寫：請刪除名稱後面的內容。</translation>
    </message>
    <message>
        <source>Too many fields: a reply can have up to {limit}.</source>
        <translation>欄位太多：一則回覆最多 {limit} 個。</translation>
    </message>
    <message>
        <source>Too long: a reply can have up to {limit} characters.</source>
        <translation>太長：一則回覆最多 {limit} 個字元。</translation>
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
        <source>Nothing to send: the reply is empty.</source>
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
    <message>
        <source>similar</source>
        <translation>相近</translation>
    </message>
    <message>
        <source>You answered this: {message}</source>
        <translation>曾用來回覆：{message}</translation>
    </message>
    <message>
        <source>No text is copied</source>
        <translation>剪貼簿中沒有文字</translation>
    </message>
    <message>
        <source>Copy the buyer&apos;s message first. Pictures cannot be read.</source>
        <translation>先複製買家的訊息，圖片無法辨識。</translation>
    </message>
    <message>
        <source>The copied text is too long</source>
        <translation>複製的文字太長</translation>
    </message>
    <message>
        <source>Copy only the buyer&apos;s question.</source>
        <translation>只複製買家的問題。</translation>
    </message>
    <message>
        <source>No reply fits the copied message</source>
        <translation>沒有適合所複製訊息的回覆</translation>
    </message>
    <message>
        <source>Search for words of your own.</source>
        <translation>請自行輸入關鍵字搜尋。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>Enter takes what is found.</source>
        <translation>現在按 Enter，會選用搜到的第一則。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>備份 (*.zip)</translation>
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
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Undo: {action}</source>
        <translation>復原：{action}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Words of the shop</source>
        <translation>賣場詞庫</translation>
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
        <source>other ways to ask</source>
        <translation>問法</translation>
    </message>
    <message>
        <source>{keys} works now and opens the palette</source>
        <translation>{keys} 現在可以用了，按它開啟面板</translation>
    </message>
    <message>
        <source>Choose other keys in Settings, or free these in the other program: quickdesk takes them by itself.</source>
        <translation>請在設定裡換一組按鍵，或在那個程式裡改掉：釋出後會自動啟用。</translation>
    </message>
    <message>
        <source>fact set</source>
        <translation>設定賣場資料</translation>
    </message>
    <message>
        <source>fact removed</source>
        <translation>刪除賣場資料</translation>
    </message>
    <message>
        <source>Facts as before: {titles}</source>
        <translation>賣場資料恢復原樣：{titles}</translation>
    </message>
    <message>
        <source>These facts have changed since: {titles}</source>
        <translation>這些賣場資料之後又改過：{titles}</translation>
    </message>
    <message>
        <source>Fact removed: {name}</source>
        <translation>已刪除賣場資料：{name}</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>賣場資料</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>無法寫入資料位置。</translation>
    </message>
    <message>
        <source>No draft is kept</source>
        <translation>草稿沒有儲存</translation>
    </message>
    <message>
        <source>{why} You can go on typing; save or send before you quit.</source>
        <translation>{why}可以繼續輸入，結束前請先儲存或送出。</translation>
    </message>
    <message>
        <source>The fact was not saved</source>
        <translation>這項賣場資料沒有儲存</translation>
    </message>
    <message>
        <source>The day {until} is over.</source>
        <translation>{until} 已經過了。</translation>
    </message>
    <message>
        <source>There are already {most} facts. Remove one first.</source>
        <translation>已經有 {most} 項賣場資料，請先刪除一項。</translation>
    </message>
    <message>
        <source>Write the name of the field that it fills.</source>
        <translation>請寫上要填寫的欄位名稱。</translation>
    </message>
    <message>
        <source>Write what the field is filled with, or remove the fact.</source>
        <translation>請寫上要填的內容，或刪除這項資料。</translation>
    </message>
    <message>
        <source>quickdesk fills in the field of this name by itself. Take another name.</source>
        <translation>這個名稱的欄位由 quickdesk 自動填寫，請換一個名稱。</translation>
    </message>
    <message>
        <source>It has a character that cannot be saved or sent.</source>
        <translation>裡面有不能儲存或傳送的字元。</translation>
    </message>
    <message>
        <source>It is too long: at most {limit} characters. More is a reply of its own.</source>
        <translation>太長了：最多 {limit} 個字元。更長的內容請寫成一則回覆。</translation>
    </message>
    <message>
        <source>A field cannot have this name: begin with a letter or a digit, without : and |.</source>
        <translation>欄位不能用這個名稱：以文字或數字開頭，不含 : 和 |。</translation>
    </message>
    <message>
        <source>Perhaps pasted: look at the chat box first</source>
        <translation>可能已經貼上：請先看一下輸入框</translation>
    </message>
    <message>
        <source>A clipboard manager came in between. If the reply is not there, open the palette and choose it again.</source>
        <translation>貼上時有剪貼簿管理程式介入。輸入框裡沒有的話，再開啟面板選一次。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>「{term}」</translation>
    </message>
    <message>
        <source>Because both mention {terms}</source>
        <translation>因為都提到{terms}</translation>
    </message>
    <message>
        <source>Because “{typed}” sounds like “{found}”</source>
        <translation>因為「{typed}」讀音像「{found}」</translation>
    </message>
    <message>
        <source>Because “{found}” stands for “{typed}”</source>
        <translation>因為「{typed}」對應「{found}」</translation>
    </message>
    <message>
        <source>Because “{typed}” is about the same as “{found}”</source>
        <translation>因為「{typed}」和「{found}」是同一回事</translation>
    </message>
    <message>
        <source>Shop facts</source>
        <translation>賣場資料</translation>
    </message>
    <message>
        <source>Write the last day like 2026-12-31, or leave it empty.</source>
        <translation>有效期限請寫成 2026-12-31 這樣，或者不填。</translation>
    </message>
    <message>
        <source>words of the shop changed</source>
        <translation>變更賣場詞庫</translation>
    </message>
    <message>
        <source>words of the shop</source>
        <translation>賣場詞庫</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>too much text, at most {most} characters</source>
        <translation>文字太多，最多 {most} 個字元</translation>
    </message>
    <message>
        <source>too many lines with words, at most {most}</source>
        <translation>行數太多，最多 {most} 行</translation>
    </message>
    <message>
        <source>too many words, at most {most}</source>
        <translation>詞太多，最多 {most} 個</translation>
    </message>
    <message>
        <source>a character that cannot be saved</source>
        <translation>有無法儲存的字元</translation>
    </message>
    <message>
        <source>only one &gt; is possible in a line</source>
        <translation>一行只能有一個 &gt;</translation>
    </message>
    <message>
        <source>at least two words are needed, and words on both sides of &gt;</source>
        <translation>至少要有兩個詞，&gt; 兩邊都要有詞</translation>
    </message>
    <message>
        <source>too many words in a line, at most {most}</source>
        <translation>一行裡詞太多，最多 {most} 個</translation>
    </message>
    <message>
        <source>longer than {most} characters: {word}</source>
        <translation>超過 {most} 個字元：{word}</translation>
    </message>
    <message>
        <source>this is no word: {word}</source>
        <translation>這不是詞：{word}</translation>
    </message>
    <message>
        <source>a single letter or digit is in nearly every reply: {word}</source>
        <translation>單個字母或數字幾乎每則回覆裡都有：{word}</translation>
    </message>
    <message>
        <source>means more than {most} other words: {word}</source>
        <translation>對應的詞超過 {most} 個：{word}</translation>
    </message>
    <message>
        <source>Paste the reply</source>
        <translation>貼上回覆</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Fill in the form, then paste</source>
        <translation>先填表單，再貼上</translation>
    </message>
    <message>
        <source>Paste the reply with this number</source>
        <translation>貼上此編號的回覆</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>選用</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Duplicate the reply</source>
        <translation>複製成新回覆</translation>
    </message>
    <message>
        <source>Delete the reply (to the trash)</source>
        <translation>刪除回覆（移到資源回收筒）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Suggest for the copied message</source>
        <translation>為複製的訊息推薦回覆</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>推薦</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Previous reply</source>
        <translation>上一則回覆</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>下一則回覆</translation>
    </message>
    <message>
        <source>One page up</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>One page down</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Scroll the preview up</source>
        <translation>預覽往上捲</translation>
    </message>
    <message>
        <source>Scroll the preview down</source>
        <translation>預覽往下捲</translation>
    </message>
    <message>
        <source>Clear the search box, then close</source>
        <translation>清除搜尋框，再按關閉</translation>
    </message>
    <message>
        <source>Pause the hotkey for 15 minutes</source>
        <translation>暫停快速鍵 15 分鐘</translation>
    </message>
    <message>
        <source>Pause the hotkey for 1 hour</source>
        <translation>暫停快速鍵 1 小時</translation>
    </message>
    <message>
        <source>Pause the hotkey until I resume it</source>
        <translation>暫停快速鍵，直到手動恢復</translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation>恢復快速鍵</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>主視窗</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Save the reply</source>
        <translation>儲存回覆</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save the reply and paste it</source>
        <translation>儲存回覆並貼上</translation>
    </message>
    <message>
        <source>Save and paste</source>
        <translation>儲存並貼上</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一欄</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>上一欄</translation>
    </message>
    <message>
        <source>Close; asks if something was changed</source>
        <translation>關閉；有變更時先詢問</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Next empty field; paste when all are filled in</source>
        <translation>下一個待填欄位；填完後貼上</translation>
    </message>
    <message>
        <source>Save and go to the next line; an empty line is removed</source>
        <translation>儲存並到下一項；清空就是刪除</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一欄</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>換行</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>換行</translation>
    </message>
    <message>
        <source>Next field; the line that you leave is saved</source>
        <translation>到下一格；離開的一項會儲存</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>儲存並關閉</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Only copy the reply</source>
        <translation>只複製回覆</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只複製</translation>
    </message>
    <message>
        <source>Make the value a fact of the shop</source>
        <translation>把內容存為賣場資料</translation>
    </message>
    <message>
        <source>Back to the list, keeping what was filled in</source>
        <translation>返回清單，保留已填內容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose by number</source>
        <translation>依編號選擇</translation>
    </message>
    <message>
        <source>Previous choice</source>
        <translation>上一個選項</translation>
    </message>
    <message>
        <source>Next choice</source>
        <translation>下一個選項</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>此視窗的按鍵</translation>
    </message>
    <message>
        <source>All keys go to another program now</source>
        <translation>按鍵現在都給了另一個程式</translation>
    </message>
    <message>
        <source>If a menu of it is open, press Esc to close that. Then type here.</source>
        <translation>如果它的選單開著，按 Esc 關掉它，再在這裡輸入。</translation>
    </message>
    <message>
        <source>Hotkey: works</source>
        <translation>快速鍵：正常</translation>
    </message>
    <message>
        <source>Last time “{ask}” led to: {title}</source>
        <translation>剛才用「{ask}」找到：{title}</translation>
    </message>
    <message>
        <source>Alt+M: remember</source>
        <translation>Alt+M：記住這個問法</translation>
    </message>
    <message>
        <source>“{ask}” now finds: {title}</source>
        <translation>已記住，「{ask}」能找到：{title}</translation>
    </message>
    <message>
        <source>Remember the last search (if offered)</source>
        <translation>記住上次的搜尋詞（有提示時）</translation>
    </message>
    <message>
        <source>Type a tab into the reply</source>
        <translation>在內文裡輸入定位字元</translation>
    </message>
    <message>
        <source>Restore the draft that is offered</source>
        <translation>還原提示的草稿</translation>
    </message>
    <message>
        <source>Restore what was filled in before and is offered</source>
        <translation>還原上次填寫、沒有送出的內容</translation>
    </message>
    <message>
        <source>First while nothing is typed. Ctrl+P unpins it.</source>
        <translation>沒有輸入時排在最前面，再按 Ctrl+P 取消置頂。</translation>
    </message>
    <message>
        <source>Pinned: {title}</source>
        <translation>已置頂：{title}</translation>
    </message>
    <message>
        <source>No longer pinned: {title}</source>
        <translation>已取消置頂：{title}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置頂</translation>
    </message>
    <message>
        <source>Pin the reply to the top / unpin it</source>
        <translation>置頂回覆／取消置頂</translation>
    </message>
    <message>
        <source>way to ask remembered</source>
        <translation>記住問法</translation>
    </message>
    <message>
        <source>To undo: Ctrl+K in the palette, or the tray menu.
Command: quickdesk undo</source>
        <translation>復原：面板裡按 Ctrl+K，或用系統匣選單。
指令：quickdesk undo</translation>
    </message>
    <message>
        <source>“{unit}” follows already, and would stand there twice</source>
        <translation>後面已有「{unit}」，會重複</translation>
    </message>
    <message>
        <source>Customers as before: {count}</source>
        <translation>客戶恢復原樣：{count}</translation>
    </message>
    <message>
        <source>new customer</source>
        <translation>新增客戶</translation>
    </message>
    <message>
        <source>changed customer</source>
        <translation>編輯客戶</translation>
    </message>
    <message>
        <source>customer moved to the trash</source>
        <translation>客戶移到資源回收筒</translation>
    </message>
    <message>
        <source>customer brought back</source>
        <translation>還原客戶</translation>
    </message>
    <message>
        <source>merged customers</source>
        <translation>合併客戶</translation>
    </message>
    <message>
        <source>imported customers</source>
        <translation>匯入客戶</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>新增備註</translation>
    </message>
    <message>
        <source>changed note</source>
        <translation>編輯備註</translation>
    </message>
    <message>
        <source>removed note</source>
        <translation>刪除備註</translation>
    </message>
    <message>
        <source>changed order</source>
        <translation>編輯訂單</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新增案件</translation>
    </message>
    <message>
        <source>changed case</source>
        <translation>編輯案件</translation>
    </message>
    <message>
        <source>removed case</source>
        <translation>刪除案件</translation>
    </message>
    <message>
        <source>noted satisfaction</source>
        <translation>記錄滿意度</translation>
    </message>
    <message>
        <source>Something about customers has changed since ({count})</source>
        <translation>有客戶的內容之後又改過（{count} 位）</translation>
    </message>
    <message>
        <source>The passphrase is wrong</source>
        <translation>密碼不正確</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>沒有任何變更。請再試一次。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>開啟案件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>New case for the current customer</source>
        <translation>為目前客戶新增案件</translation>
    </message>
    <message>
        <source>Go on tomorrow</source>
        <translation>明天跟進</translation>
    </message>
    <message>
        <source>Go on in a week</source>
        <translation>一週後跟進</translation>
    </message>
    <message>
        <source>Escalate: copy it for your superior</source>
        <translation>升級：複製給主管</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>Copy it as a question to a colleague</source>
        <translation>複製為求助同事的內容</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Escalate: save it as a file</source>
        <translation>升級：存成檔案</translation>
    </message>
    <message>
        <source>Save the question to a colleague as a file</source>
        <translation>將求助內容存成檔案</translation>
    </message>
    <message>
        <source>Show order numbers / mask them</source>
        <translation>顯示 / 遮住訂單號</translation>
    </message>
    <message>
        <source>Show closed cases / hide them</source>
        <translation>顯示 / 隱藏已結案的</translation>
    </message>
    <message>
        <source>Delete the case</source>
        <translation>刪除案件</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>復原上一步</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>關閉視窗</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>儲存案件</translation>
    </message>
    <message>
        <source>Restore what was typed before</source>
        <translation>還原先前輸入的內容</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>關閉，不儲存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Order number</source>
        <comment>field of case</comment>
        <translation>訂單號</translation>
    </message>
    <message>
        <source>Customer wants</source>
        <comment>in a block</comment>
        <translation>訴求</translation>
    </message>
    <message>
        <source>Offered so far</source>
        <comment>field of case</comment>
        <translation>已提供方案</translation>
    </message>
    <message>
        <source>Emotion</source>
        <comment>in a block</comment>
        <translation>情緒</translation>
    </message>
    <message>
        <source>Promised until</source>
        <comment>field of case</comment>
        <translation>承諾時限</translation>
    </message>
    <message>
        <source>Permission needed</source>
        <comment>in a block</comment>
        <translation>需要的權限</translation>
    </message>
    <message>
        <source>Answer by</source>
        <comment>in a block</comment>
        <translation>回覆期限</translation>
    </message>
    <message>
        <source>[Escalated case]</source>
        <comment>in a block</comment>
        <translation>【升級處理】</translation>
    </message>
    <message>
        <source>What happened</source>
        <comment>in a block</comment>
        <translation>經過</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>in a block</comment>
        <translation>問題</translation>
    </message>
    <message>
        <source>[Please help]</source>
        <comment>in a block</comment>
        <translation>【請協助】</translation>
    </message>
    <message>
        <source>: </source>
        <comment>between a name and its value</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>next date</comment>
        <translation>昨天</translation>
    </message>
    <message>
        <source>today</source>
        <comment>next date</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>next date</comment>
        <translation>明天</translation>
    </message>
    <message>
        <source>18, 18:30 or tomorrow 10</source>
        <comment>hint of a field</comment>
        <translation>18、18:30 或 明天 10 點</translation>
    </message>
    <message>
        <source>+3, tomorrow or 12-31</source>
        <comment>hint of a field</comment>
        <translation>+3、明天 或 12-31</translation>
    </message>
    <message>
        <source>photos, video, delivery note</source>
        <comment>hint of a field</comment>
        <translation>照片、影片、託運單</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>field of case</comment>
        <translation>類型</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <comment>field of case</comment>
        <translation>已索取證據</translation>
    </message>
    <message>
        <source>State</source>
        <comment>field of case</comment>
        <translation>狀態</translation>
    </message>
    <message>
        <source>not noted</source>
        <comment>emotion</comment>
        <translation>未記</translation>
    </message>
    <message>
        <source>calm</source>
        <comment>emotion</comment>
        <translation>平靜</translation>
    </message>
    <message>
        <source>impatient</source>
        <comment>emotion</comment>
        <translation>著急</translation>
    </message>
    <message>
        <source>annoyed</source>
        <comment>emotion</comment>
        <translation>不滿</translation>
    </message>
    <message>
        <source>angry</source>
        <comment>emotion</comment>
        <translation>生氣</translation>
    </message>
    <message>
        <source>furious</source>
        <comment>emotion</comment>
        <translation>憤怒</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>type of case</comment>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <comment>type of case</comment>
        <translation>售後</translation>
    </message>
    <message>
        <source>Quality</source>
        <comment>type of case</comment>
        <translation>品質</translation>
    </message>
    <message>
        <source>Complaint</source>
        <comment>type of case</comment>
        <translation>客訴</translation>
    </message>
    <message>
        <source>Question</source>
        <comment>type of case</comment>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>type of case</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>To verify</source>
        <comment>state of case</comment>
        <translation>待核實</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>state of case</comment>
        <translation>處理中</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <comment>state of case</comment>
        <translation>待客戶</translation>
    </message>
    <message>
        <source>Waiting for warehouse</source>
        <comment>state of case</comment>
        <translation>待倉庫</translation>
    </message>
    <message>
        <source>Solved</source>
        <comment>state of case</comment>
        <translation>已解決</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of case</comment>
        <translation>已結案</translation>
    </message>
    <message>
        <source>What the customer wants</source>
        <comment>field of case</comment>
        <translation>客戶訴求</translation>
    </message>
    <message>
        <source>Evidence received</source>
        <comment>field of case</comment>
        <translation>已收到證據</translation>
    </message>
    <message>
        <source>Solution</source>
        <comment>field of case</comment>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rule it rests on</source>
        <comment>field of case</comment>
        <translation>依據</translation>
    </message>
    <message>
        <source>Emotion, 1 to 5</source>
        <comment>field of case</comment>
        <translation>情緒 1-5</translation>
    </message>
    <message>
        <source>Next date</source>
        <comment>field of case</comment>
        <translation>下次跟進</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>group of cases</comment>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Without a next date: set one</source>
        <comment>group of cases</comment>
        <translation>沒有下次跟進日期：請補上</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>group of cases</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>group of cases</comment>
        <translation>之後</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>group of cases</comment>
        <translation>已結案</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>儲存備註</translation>
    </message>
    <message>
        <source>Save the note and pin it</source>
        <translation>儲存並釘選</translation>
    </message>
    <message>
        <source>Save pinned</source>
        <translation>儲存並釘選</translation>
    </message>
    <message>
        <source>Copy as an order remark</source>
        <translation>複製為訂單備註</translation>
    </message>
    <message>
        <source>Order remark</source>
        <translation>訂單備註</translation>
    </message>
    <message>
        <source>Choose another customer</source>
        <translation>更換客戶</translation>
    </message>
    <message>
        <source>Make a reply of the text</source>
        <translation>將內容做成回覆</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>開立案件</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>滿意度</translation>
    </message>
    <message>
        <source>Order remark copied</source>
        <translation>已複製訂單備註</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不滿</translation>
    </message>
    <message>
        <source>Search for customers</source>
        <translation>搜尋客戶</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位客戶</translation>
    </message>
    <message>
        <source>Previous customer</source>
        <translation>上一位客戶</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>客戶卡</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新增客戶卡</translation>
    </message>
    <message>
        <source>Save now; a field that is left is saved too</source>
        <translation>立即儲存；離開欄位時也會儲存</translation>
    </message>
    <message>
        <source>Write a note, or save the note that is written</source>
        <translation>寫備註，或儲存寫好的備註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Show or hide phones, addresses and order numbers</source>
        <translation>顯示或隱藏電話、地址和訂單編號</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>The customer is satisfied</source>
        <translation>客戶滿意</translation>
    </message>
    <message>
        <source>The customer is neutral</source>
        <translation>客戶覺得普通</translation>
    </message>
    <message>
        <source>The customer is dissatisfied</source>
        <translation>客戶不滿</translation>
    </message>
    <message>
        <source>Tag the selected customers</source>
        <translation>為所選客戶加標籤</translation>
    </message>
    <message>
        <source>Merge the two selected customers</source>
        <translation>合併所選的兩位客戶</translation>
    </message>
    <message>
        <source>In the list: move the selected customers to the trash</source>
        <translation>在清單中：把所選客戶移到資源回收筒</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo the last action; in a box first what was typed</source>
        <translation>復原上一步；在輸入框中先復原輸入</translation>
    </message>
    <message>
        <source>Show the trash, or all customers</source>
        <translation>顯示資源回收筒或所有客戶</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>從資源回收筒還原</translation>
    </message>
    <message>
        <source>Sort by last contact or by name</source>
        <translation>依最近聯絡或依名稱排序</translation>
    </message>
    <message>
        <source>Back to the list; from there close. All is saved</source>
        <translation>回到清單；在清單中則關閉。都會儲存</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>This name is there twice.</source>
        <translation>這個名稱出現了兩次。</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>暱稱</translation>
    </message>
    <message>
        <source>Name, such as size</source>
        <translation>名稱，如 尺寸</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>電話號碼</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>暱稱</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>真實姓名</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>不要聯絡</translation>
    </message>
    <message>
        <source>Write the birthday as MM-DD or YYYY-MM-DD, for example 05-20.</source>
        <translation>生日請寫成 MM-DD 或 YYYY-MM-DD，例如 05-20。</translation>
    </message>
    <message>
        <source>This value needs a name, for example size.</source>
        <translation>這項內容需要名稱，例如尺寸。</translation>
    </message>
    <message>
        <source>A platform needs the nickname there.</source>
        <translation>請填寫在這個平台的暱稱。</translation>
    </message>
    <message>
        <source>An order needs its number.</source>
        <translation>訂單需要訂單編號。</translation>
    </message>
    <message>
        <source>This order number is there twice.</source>
        <translation>這個訂單編號出現了兩次。</translation>
    </message>
    <message>
        <source>Moved to the trash: {label}</source>
        <translation>已移到資源回收筒：{label}</translation>
    </message>
    <message>
        <source>Customers moved to the trash: {count}</source>
        <translation>已移到資源回收筒的客戶：{count}</translation>
    </message>
    <message>
        <source>Customers brought back: {count}</source>
        <translation>已還原的客戶：{count}</translation>
    </message>
    <message>
        <source>Customers tagged “{tag}”: {count}</source>
        <translation>加了標籤「{tag}」的客戶：{count}</translation>
    </message>
    <message>
        <source>Merged into {label}</source>
        <translation>已合併到：{label}</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>已刪除備註</translation>
    </message>
    <message>
        <source>Noted: {name}</source>
        <translation>已記錄：{name}</translation>
    </message>
    <message>
        <source>This card is in the trash</source>
        <translation>這張客戶卡在資源回收筒中</translation>
    </message>
    <message>
        <source>Ctrl+R brings it back. What you have typed stays here until then.</source>
        <translation>按 Ctrl+R 還原。寫好的內容會留在這裡。</translation>
    </message>
    <message>
        <source>This card does not exist any more</source>
        <translation>這張客戶卡已不存在</translation>
    </message>
    <message>
        <source>What you have typed stays here; copy what you need.</source>
        <translation>寫好的內容會留在這裡，需要的請複製。</translation>
    </message>
    <message>
        <source>Do not contact this customer</source>
        <translation>不要聯絡這位客戶</translation>
    </message>
    <message>
        <source>Select two customers to merge</source>
        <translation>請選擇兩位要合併的客戶</translation>
    </message>
    <message>
        <source>Hold Ctrl and click the second one, or hold Shift and press an arrow key.</source>
        <translation>按住 Ctrl 點第二位，或按住 Shift 按方向鍵。</translation>
    </message>
    <message>
        <source>The customers are locked</source>
        <translation>客戶資料已鎖定</translation>
    </message>
    <message>
        <source>Unlock them with the passphrase. Replies work meanwhile, and nothing typed is lost.</source>
        <translation>請輸入密碼解鎖。期間回覆照常可用，寫好的內容不會遺失。</translation>
    </message>
    <message>
        <source>What could still be read is in use. The damaged file was kept as {path}.</source>
        <translation>仍可讀取的內容正在使用。損毀的檔案保留為 {path}。</translation>
    </message>
    <message>
        <source>Customer dock</source>
        <translation>客戶側欄</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>置頂</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>物流編號</translation>
    </message>
    <message>
        <source>Saved. State: {state}</source>
        <translation>已儲存。狀態：{state}</translation>
    </message>
    <message>
        <source>It has no next date: T sets tomorrow, W a week.</source>
        <translation>尚無下次跟進日期：按 T 定為明天，按 W 定為一週後。</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes it.</source>
        <translation>按 Ctrl+Z 復原。</translation>
    </message>
    <message>
        <source>Case deleted</source>
        <translation>已刪除案件</translation>
    </message>
    <message>
        <source>This case is not there any more</source>
        <translation>這個案件已經不在了</translation>
    </message>
    <message>
        <source>Copied for your superior</source>
        <translation>已複製給主管的內容</translation>
    </message>
    <message>
        <source>Paste it into the group chat. The case is marked as escalated.</source>
        <translation>請貼到工作群組。案件已標為升級。</translation>
    </message>
    <message>
        <source>Copied as a question</source>
        <translation>已複製求助內容</translation>
    </message>
    <message>
        <source>Paste it into the group chat.</source>
        <translation>請貼到工作群組。</translation>
    </message>
    <message>
        <source>Nothing was copied: the clipboard is not available</source>
        <translation>沒有複製：剪貼簿無法使用</translation>
    </message>
    <message>
        <source>Saved as a file</source>
        <translation>已存成檔案</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>檔案無法寫入</translation>
    </message>
    <message>
        <source>No customer is chosen yet</source>
        <translation>尚未選擇客戶</translation>
    </message>
    <message>
        <source>Choose the customer first; the case is opened for them.</source>
        <translation>請先選擇客戶，案件會開在這位客戶名下。</translation>
    </message>
    <message>
        <source>To close it, fill in: {fields}.</source>
        <translation>要結案，請先填寫：{fields}。</translation>
    </message>
    <message>
        <source>The case is not closed yet</source>
        <translation>案件尚未結案</translation>
    </message>
    <message>
        <source>Save for a colleague</source>
        <translation>存給同事</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文字檔 (*.txt)</translation>
    </message>
    <message>
        <source>Keep the value on the customer&apos;s card</source>
        <translation>把值存到客戶卡</translation>
    </message>
    <message>
        <source>{customer}: do not contact</source>
        <translation>{customer}：請勿聯絡</translation>
    </message>
    <message>
        <source>Current customer: {customer}</source>
        <translation>目前客戶：{customer}</translation>
    </message>
    <message>
        <source>No current customer</source>
        <translation>沒有目前客戶</translation>
    </message>
    <message>
        <source>No customer is open under {digit}</source>
        <translation>數字 {digit} 沒有已開啟的客戶</translation>
    </message>
    <message>
        <source>Nothing is selected or copied</source>
        <translation>沒有選取或複製任何內容</translation>
    </message>
    <message>
        <source>The copied text has several lines</source>
        <translation>複製的文字有多行</translation>
    </message>
    <message>
        <source>The copied text is too long for a nickname</source>
        <translation>複製的文字太長，不像暱稱</translation>
    </message>
    <message>
        <source>Select or copy the nickname or the order number, then press the keys again.</source>
        <translation>選取或複製暱稱或訂單號，再按一次快速鍵。</translation>
    </message>
    <message>
        <source>Customers are not available now</source>
        <translation>現在無法使用客戶資料</translation>
    </message>
    <message>
        <source>Not kept: the card has no place for {name}</source>
        <translation>未儲存：客戶卡沒有放 {name} 的位置</translation>
    </message>
    <message>
        <source>A tracking number, a carrier or items need exactly one order on the card.</source>
        <translation>貨運單號、貨運公司和商品需要客戶卡上剛好有一筆訂單。</translation>
    </message>
    <message>
        <source>Several customers are called {text}</source>
        <translation>有多位客戶叫 {text}</translation>
    </message>
    <message>
        <source>Only the first nine are listed.</source>
        <translation>只列出前九位。</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>No customer is called {text}</source>
        <translation>沒有客戶叫 {text}</translation>
    </message>
    <message>
        <source>Make a card with this nickname</source>
        <translation>用這個暱稱新增客戶卡</translation>
    </message>
    <message>
        <source>Make no card</source>
        <translation>不新增</translation>
    </message>
    <message>
        <source>Do not contact {customer}</source>
        <translation>請勿聯絡 {customer}</translation>
    </message>
    <message>
        <source>No reason is noted.</source>
        <translation>沒有註明原因。</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍要傳送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不傳送</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>這不是規則運算式。</translation>
    </message>
    <message>
        <source>Put parentheses around the nickname.</source>
        <translation>請用括號括住暱稱。</translation>
    </message>
    <message>
        <source>This rule takes too long, and was stopped.</source>
        <translation>這條規則耗時太久，已停止。</translation>
    </message>
    <message>
        <source>The title rule for {program} takes too long</source>
        <translation>{program} 的標題規則耗時太久</translation>
    </message>
    <message>
        <source>It is not used until you change it in Settings.</source>
        <translation>在設定中修改之前不會再使用。</translation>
    </message>
    <message>
        <source>Quick note</source>
        <translation>速記</translation>
    </message>
    <message>
        <source>Copy the selection as an order remark</source>
        <translation>將選取內容複製為訂單備註</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>in a block</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>escalated</source>
        <comment>state of case</comment>
        <translation>已升級</translation>
    </message>
    <message>
        <source>Open a case of it</source>
        <translation>開一張案件</translation>
    </message>
    <message>
        <source>Pinned note saved: {customer}</source>
        <translation>備註已儲存並釘選：{customer}</translation>
    </message>
    <message>
        <source>Note saved: {customer}</source>
        <translation>備註已儲存：{customer}</translation>
    </message>
    <message>
        <source>The note is not saved</source>
        <translation>備註沒有儲存</translation>
    </message>
    <message>
        <source>This customer is not there any more.</source>
        <translation>這位客戶已經不在了。</translation>
    </message>
    <message>
        <source>Your code is not set: Settings, “Your code or name”.</source>
        <translation>工號尚未設定：請在設定填寫「你的工號或名字」。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未儲存</translation>
    </message>
    <message>
        <source>A card needs a nickname, a name, a phone or an order.</source>
        <translation>客戶卡需要暱稱、姓名、電話或訂單之一。</translation>
    </message>
    <message>
        <source>This is too long. At most {most} characters can be kept.</source>
        <translation>內容太長，最多 {most} 個字元。</translation>
    </message>
    <message>
        <source>These are too many. At most {most} can be kept.</source>
        <translation>數量太多，最多 {most} 個。</translation>
    </message>
    <message>
        <source>This name cannot be the name of a field. Leave out { } | : and the like.</source>
        <translation>這個名稱不能作為欄位名。請去掉 { } | : 等符號。</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be kept. Type it again by hand.</source>
        <translation>其中有無法儲存的字元，請手動重新輸入。</translation>
    </message>
    <message>
        <source>Search customers (typed first)</source>
        <translation>搜尋客戶（先輸入它）</translation>
    </message>
    <message>
        <source>New card for “{nickname}”</source>
        <translation>為「{nickname}」新增客戶卡</translation>
    </message>
    <message>
        <source>Makes the card, and this customer the current one</source>
        <translation>建立後即為目前客戶</translation>
    </message>
    <message>
        <source>{count} cards are not searched yet.</source>
        <translation>還有 {count} 張卡尚未搜尋。</translation>
    </message>
    <message>
        <source>Customers are being read</source>
        <translation>正在讀取客戶</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>電話 {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>訂單 {number}</translation>
    </message>
    <message>
        <source>Parcel {number}</source>
        <translation>包裹 {number}</translation>
    </message>
    <message>
        <source>Do not contact: {reason}</source>
        <translation>請勿聯絡：{reason}</translation>
    </message>
    <message>
        <source>Name: {name}</source>
        <translation>姓名：{name}</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>After {minutes} min</source>
        <translation>{minutes} 分鐘後</translation>
    </message>
    <message>
        <source>Protection of customers</source>
        <translation>客戶資料保護</translation>
    </message>
    <message>
        <source>Lock customers</source>
        <translation>鎖定客戶資料</translation>
    </message>
    <message>
        <source>A passphrase needs eight characters</source>
        <translation>密碼至少要八個字元</translation>
    </message>
    <message>
        <source>There is no passphrase</source>
        <translation>沒有設密碼</translation>
    </message>
    <message>
        <source>No recovery key was ever made for this data</source>
        <translation>從未為這些資料產生過復原金鑰</translation>
    </message>
    <message>
        <source>This is not a recovery key: a letter is wrong or missing</source>
        <translation>這不是復原金鑰：有字元錯了或漏了</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a newer one replaced it</source>
        <translation>這個復原金鑰屬於別的資料，或已被新的取代</translation>
    </message>
    <message>
        <source>There is nothing that is encrypted</source>
        <translation>沒有加密的內容</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>沒有任何變更。</translation>
    </message>
    <message>
        <source>The recovery key is copied</source>
        <translation>復原金鑰已複製</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <translation>兩次輸入的密碼不同</translation>
    </message>
    <message>
        <source>A passphrase protects better.</source>
        <translation>用密碼更安全。</translation>
    </message>
    <message>
        <source>There are no customers yet</source>
        <translation>還沒有客戶資料</translation>
    </message>
    <message>
        <source>They will be encrypted from the first card on.</source>
        <translation>從第一張卡片起就會加密。</translation>
    </message>
    <message>
        <source>Encrypted, the key is in the keyring of the system</source>
        <translation>已加密，金鑰在系統金鑰圈裡</translation>
    </message>
    <message>
        <source>This protects files, backups and a lost disk, but not from others at your account.</source>
        <translation>檔案、備份和遺失的硬碟不會洩露，但防不了使用你帳戶的人。</translation>
    </message>
    <message>
        <source>Encrypted, the key is in a file beside the data</source>
        <translation>已加密，金鑰在資料旁邊的檔案裡</translation>
    </message>
    <message>
        <source>No keyring of the system answered. This protects backups, but not a copy of the whole data folder.</source>
        <translation>沒有可用的系統金鑰圈。備份不會洩露，但防不了整個資料夾被複製。</translation>
    </message>
    <message>
        <source>Encrypted with a passphrase</source>
        <translation>已用密碼加密</translation>
    </message>
    <message>
        <source>This protects everything while they are locked, but not from other programs of yours while they are open.</source>
        <translation>鎖定時誰也打不開；開啟時防不了你執行的其他程式。</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>儲存復原金鑰</translation>
    </message>
    <message>
        <source>Make a note of the reply&apos;s text</source>
        <translation>將回覆內文記為備註</translation>
    </message>
    <message>
        <source>Until you erase it</source>
        <translation>直到你刪除</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>There is no link to orders of this platform yet: {platform}</source>
        <translation>這個平台還沒有訂單連結：{platform}</translation>
    </message>
    <message>
        <source>Add it in the settings, under “Pages of orders”.</source>
        <translation>請在設定的「訂單頁面」中新增。</translation>
    </message>
    <message>
        <source>the palette</source>
        <comment>what has a hotkey</comment>
        <translation>面板</translation>
    </message>
    <message>
        <source>the choice of the customer</source>
        <comment>what has a hotkey</comment>
        <translation>選擇客戶</translation>
    </message>
    <message>
        <source>the quick note</source>
        <comment>what has a hotkey</comment>
        <translation>速記</translation>
    </message>
    <message>
        <source>A case has unsaved changes</source>
        <translation>有案件尚未儲存</translation>
    </message>
    <message>
        <source>Unlock the customers, then save or discard it.</source>
        <translation>請先解鎖客戶資料，再儲存或捨棄。</translation>
    </message>
    <message>
        <source>Notes and order remarks</source>
        <translation>備註和訂單備註</translation>
    </message>
    <message>
        <source>Your code or name</source>
        <translation>你的工號或名字</translation>
    </message>
    <message>
        <source>Left empty, the code among the shop facts is used; it is the author of notes.</source>
        <translation>留空就用賣場資料裡的工號；備註的作者就寫它。</translation>
    </message>
    <message>
        <source>Choose the current customer</source>
        <translation>選擇目前客戶</translation>
    </message>
    <message>
        <source>Switch customers</source>
        <translation>切換客戶</translation>
    </message>
    <message>
        <source>Keep pasted texts</source>
        <translation>保留貼上的文字</translation>
    </message>
    <message>
        <source>The timeline of a customer always says which reply was pasted and when; its text only if this is ticked.</source>
        <translation>客戶時間軸一律記下貼上了哪則回覆、何時貼上；勾選後才保留文字。</translation>
    </message>
    <message>
        <source>Nickname in titles</source>
        <translation>標題中的暱稱</translation>
    </message>
    <message>
        <source>Where a program shows the nickname in its window title, a regular expression with parentheses around it chooses the customer.</source>
        <translation>如果某個程式的視窗標題裡有暱稱，用括號括住暱稱的規則運算式就能選定客戶。</translation>
    </message>
    <message>
        <source>What is over</source>
        <translation>已到期的內容</translation>
    </message>
    <message>
        <source>Nothing is erased by itself: the preview shows what is over, and erases it when you confirm.</source>
        <translation>不會自動刪除：預覽列出已到期的內容，確定後才徹底刪除。</translation>
    </message>
    <message>
        <source>{keys} + digit</source>
        <translation>{keys} + 數字</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不用快速鍵</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>With a passphrase: after minutes without a key, with the session, and asleep.</source>
        <translation>設了密碼時：幾分鐘沒有按鍵、鎖定螢幕或睡眠後鎖定。</translation>
    </message>
    <message>
        <source>How long customers are kept</source>
        <translation>客戶資料保留多久</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>已結案的案件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Inactive customers</source>
        <translation>沒有新記錄的客戶</translation>
    </message>
    <message>
        <source>Pages of orders</source>
        <translation>訂單頁面</translation>
    </message>
    <message>
        <source>Erased: {customers} customers, of others {cases} cases, {events} entries</source>
        <translation>已徹底刪除：{customers} 位客戶，其他客戶的 {cases} 個案件、{events} 則記錄</translation>
    </message>
    <message>
        <source>Backups and exports outside the data folder still have it.</source>
        <translation>資料位置以外的備份和匯出檔案裡還有。</translation>
    </message>
    <message>
        <source>Nothing was erased</source>
        <translation>沒有刪除任何內容</translation>
    </message>
    <message>
        <source>The clock of this computer has just jumped, so days cannot be counted.</source>
        <translation>這台電腦的時鐘剛剛跳變，無法計算天數。</translation>
    </message>
    <message>
        <source>The key of the customers cannot be reached.</source>
        <translation>目前無法使用客戶資料的金鑰。</translation>
    </message>
    <message>
        <source>There is no printer on this computer</source>
        <translation>這台電腦上沒有印表機</translation>
    </message>
    <message>
        <source>Save the key in a file and print it elsewhere, or write it down.</source>
        <translation>可以把金鑰儲存到檔案，在別處列印，或抄下來。</translation>
    </message>
    <message>
        <source>The recovery key is sent to the printer</source>
        <translation>復原金鑰已傳送到印表機</translation>
    </message>
    <message>
        <source>Recovery key of quickdesk</source>
        <translation>quickdesk 復原金鑰</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>產生於 {day}</translation>
    </message>
    <message>
        <source>It opens the customers if their key or passphrase is lost, and their backups.</source>
        <translation>客戶資料的金鑰或密碼遺失時，用它開啟客戶資料和備份。</translation>
    </message>
    <message>
        <source>To use it: tray menu, Protection of customers, Recovery key.</source>
        <translation>使用：系統匣選單 → 客戶資料保護 → 復原金鑰。</translation>
    </message>
    <message>
        <source>Keep this page away from the computer. A newer key makes this one invalid.</source>
        <translation>這一頁不要和電腦放在一起。產生新金鑰後，這個就失效。</translation>
    </message>
    <message>
        <source>There is nothing to see in it.</source>
        <translation>裡面沒有可見的文字。</translation>
    </message>
    <message>
        <source>Nothing is lost. Start the keyring of the system, or use a recovery key: Settings, Privacy. If none was made, make one there when they open again.</source>
        <translation>沒有遺失。請啟動系統金鑰圈，或使用復原金鑰：設定，隱私。沒有的話，能開啟後請到那裡產生。</translation>
    </message>
    <message>
        <source>Nothing is lost. Unlock the keyring and try again, or use a recovery key: Settings, Privacy. If none was made, make one there when they open again.</source>
        <translation>沒有遺失。請解鎖金鑰圈後再試，或使用復原金鑰：設定，隱私。沒有的話，能開啟後請到那裡產生。</translation>
    </message>
    <message>
        <source>If a recovery key was made, it opens them: Settings, Privacy. If not, bring the keyring or the key file back; then make one there.</source>
        <translation>如果產生過復原金鑰，可用它開啟：設定，隱私。沒有的話，請先找回金鑰圈或金鑰檔，再到那裡產生。</translation>
    </message>
    <message>
        <source>There is no recovery key yet: without one they are lost with their key. Make one in Settings, Privacy.</source>
        <translation>還沒有復原金鑰：金鑰一旦遺失，客戶資料就打不開了。可在「設定，隱私」裡產生。</translation>
    </message>
    <message>
        <source>One can be made here while the customers open.</source>
        <translation>客戶資料能開啟時，可在這裡產生。</translation>
    </message>
    <message>
        <source>You typed this note before, and it is not saved.</source>
        <translation>這則備註先前輸入過，還沒有儲存。</translation>
    </message>
    <message>
        <source>Enter saves it, Esc discards it.</source>
        <translation>Enter 儲存，Esc 捨棄。</translation>
    </message>
    <message>
        <source>This chat is with {text} now</source>
        <translation>聊天視窗現在是 {text}</translation>
    </message>
    <message>
        <source>The reply was made for {text}.</source>
        <translation>這則回覆是為 {text} 準備的。</translation>
    </message>
    <message>
        <source>Type the passphrase until now first</source>
        <translation>請先輸入目前的密碼</translation>
    </message>
    <message>
        <source>It has no next date yet.</source>
        <translation>還沒有下次跟進日期。</translation>
    </message>
    <message>
        <source>There is no recovery key yet: without one they are lost with their key. Make one below.</source>
        <translation>還沒有復原金鑰：金鑰一旦遺失，客戶資料就打不開了。請在下面產生。</translation>
    </message>
    <message>
        <source>Backups elsewhere that were made before still open with the key before.</source>
        <translation>以前做在別處的備份仍可用舊金鑰開啟。</translation>
    </message>
    <message>
        <source>Backups that were made before still open with the key before, in the data folder: {count}. quickdesk data rekey --delete-old-backups changes the key and deletes these.</source>
        <translation>以前的備份仍可用舊金鑰開啟，資料位置裡有 {count} 份。quickdesk data rekey --delete-old-backups 會換金鑰並刪除這些備份。</translation>
    </message>
    <message>
        <source>Everything is encrypted with a new key</source>
        <translation>已用新金鑰全部重新加密</translation>
    </message>
    <message>
        <source>From the list into the card; in the timeline open the case</source>
        <translation>從清單進入客戶卡；在時間軸中開啟案件</translation>
    </message>
    <message>
        <source>New case for the customer that is shown</source>
        <translation>為顯示的客戶新增案件</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新增案件</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>將備註做成回覆</translation>
    </message>
    <message>
        <source>Export the customer, numbers and addresses masked</source>
        <translation>匯出客戶，號碼和地址遮罩</translation>
    </message>
    <message>
        <source>Export the customer, numbers and addresses in full</source>
        <translation>匯出客戶，號碼和地址完整</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <comment>a row of an exported customer</comment>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Export… the customer as text or JSON; numbers as they are shown</source>
        <translation>把客戶匯出…為文字或 JSON；號碼與顯示的一致</translation>
    </message>
    <message>
        <source>{path} is not encrypted: delete it when it is not needed any more.</source>
        <translation>{path} 沒有加密：不再需要時請刪除。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已匯出</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>沒有匯出任何內容</translation>
    </message>
    <message>
        <source>The card is not saved yet, or it is in the trash.</source>
        <translation>這張卡片還沒有儲存，或者在資源回收筒裡。</translation>
    </message>
    <message>
        <source>This folder has the files of quickdesk. Choose another one.</source>
        <translation>這個資料夾存放 quickdesk 的檔案，請選擇別的資料夾。</translation>
    </message>
    <message>
        <source>The key is still in the keyring of the system too, which did not delete it: this is tried again when customers are unlocked.</source>
        <translation>金鑰還留在系統金鑰圈裡，因為金鑰圈沒有刪除它；解鎖客戶資料時會再試。</translation>
    </message>
    <message>
        <source>Erase for good… the customer that is shown; a question comes first</source>
        <translation>徹底刪除…顯示的客戶；會先詢問</translation>
    </message>
    <message>
        <source>The customer is erased for good</source>
        <translation>客戶已徹底刪除</translation>
    </message>
</context>
</TS>
