<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionsMenu</name>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Find an action: words, pinyin or initials</source>
        <translation>查找操作：文字、拼音或首字母</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>No action has this name.</source>
        <translation>没有这个操作。</translation>
    </message>
</context>
<context>
    <name>BoardTree</name>
    <message>
        <source>Cases</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>下次跟进</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>BodyEdit</name>
    <message>
        <source>{count} places to fix</source>
        <translation>有 {count} 处要改</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>另有 {count} 处。</translation>
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
        <translation>填空</translation>
    </message>
    <message>
        <source>Filled in by the shop&apos;s facts; changes are for this reply only</source>
        <translation>店铺资料已填好；在这里改，只改这一条</translation>
    </message>
    <message>
        <source>Filled in from the card of {customer}; changes are for this reply only</source>
        <translation>由 {customer} 的客户卡填入，改动只用于这条回复</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ 已保存</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>隐藏号码</translation>
    </message>
    <message>
        <source>Phones, addresses and order numbers (Ctrl+H)</source>
        <translation>电话、地址和订单号（Ctrl+H）</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>没有选择客户</translation>
    </message>
</context>
<context>
    <name>CaseBoard</name>
    <message>
        <source>Promised until: {text}</source>
        <translation>承诺时限：{text}</translation>
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
        <translation>关闭前还缺：{fields}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>No open cases. A case keeps a problem of a customer in sight until it is solved.</source>
        <translation>没有未关闭的问题单。问题单让客户的问题一直在眼前，直到解决。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>This is no date</source>
        <translation>这不是日期</translation>
    </message>
    <message>
        <source>Write it as 12-31 or +3, or leave it empty.</source>
        <translation>请写成 12-31 或 +3，也可以留空。</translation>
    </message>
    <message>
        <source>Case: {customer}</source>
        <translation>问题单：{customer}</translation>
    </message>
    <message>
        <source>Save case</source>
        <translation>保存问题单</translation>
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
        <translation>不要联系</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason not to contact the customer</source>
        <translation>不要联系这位客户的原因</translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>For {customer}</source>
        <translation>给 {customer}</translation>
    </message>
    <message>
        <source>For no customer</source>
        <translation>未选客户</translation>
    </message>
    <message>
        <source>No customer is current now. This form keeps its customer.</source>
        <translation>现在没有当前客户。本表单仍属于原来的客户。</translation>
    </message>
    <message>
        <source>The current customer is {other} now. Nothing here comes from that card.</source>
        <translation>当前客户已是 {other}。这里没有来自该客户卡的内容。</translation>
    </message>
    <message>
        <source>The current customer is {other} now. This form stays with {customer}.</source>
        <translation>当前客户已是 {other}。本表单仍给 {customer}。</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Do not contact: {reason}</source>
        <translation>不要联系：{reason}</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>不要联系</translation>
    </message>
    <message>
        <source>No card for {nickname}</source>
        <translation>{nickname} 还没有客户卡</translation>
    </message>
    <message>
        <source>No current customer</source>
        <translation>没有当前客户</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>已打开 {count} 位</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
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
        <translation>售后/退货</translation>
    </message>
    <message>
        <source>Separate with spaces</source>
        <translation>用空格分开</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This code already belongs to: {titles} and {count} more</source>
        <translation>这个编码已用于：{titles}，还有 {count} 条</translation>
    </message>
    <message>
        <source>This code already belongs to: {titles}</source>
        <translation>这个编码已用于：{titles}</translation>
    </message>
    <message>
        <source>For colleagues only: never pasted, not searched</source>
        <translation>只给同事看：不会粘贴，也不参与搜索</translation>
    </message>
    <message>
        <source>As buyers put it, separated by semicolons; finds the reply</source>
        <translation>买家会怎么问，用分号隔开，也能搜到</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Other ways to ask</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>DockView</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No current customer. Copy a nickname in the chat and press the hotkey.</source>
        <translation>没有当前客户。在聊天中复制昵称，再按快捷键。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>隐藏号码</translation>
    </message>
    <message>
        <source>Open out</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold up</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Close the dock</source>
        <translation>关闭侧栏</translation>
    </message>
</context>
<context>
    <name>DockWindow</name>
    <message>
        <source>Customer dock</source>
        <translation>客户侧栏</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Unsaved draft ({time}): {title}</source>
        <translation>有未保存的草稿（{time}）：{title}</translation>
    </message>
    <message>
        <source>Unsaved draft ({time})</source>
        <translation>有未保存的草稿（{time}）</translation>
    </message>
    <message>
        <source>Filled in at {time}, not sent: {title}</source>
        <translation>{time} 填写的内容没有发出：{title}</translation>
    </message>
    <message>
        <source>Filled in at {time}, not sent</source>
        <translation>{time} 填写的内容没有发出</translation>
    </message>
    <message>
        <source>Typed at {time}, not saved: {title}</source>
        <translation>{time} 输入的内容没有保存：{title}</translation>
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
        <translation>保存并粘贴</translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation>保存话术</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>Nothing found for &quot;{query}&quot;</source>
        <translation>没有找到“{query}”</translation>
    </message>
    <message>
        <source>Try fewer letters, or Ctrl+G for replies to the copied message.</source>
        <translation>少输几个字试试，或按 Ctrl+G 为复制的消息推荐话术。</translation>
    </message>
    <message>
        <source>Create &quot;{query}&quot;</source>
        <translation>新建“{query}”</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>还没有话术</translation>
    </message>
    <message>
        <source>Create your first one here, or import a list: quickdesk import FILE</source>
        <translation>在这里新建第一条，或者用命令导入：quickdesk import FILE</translation>
    </message>
    <message>
        <source>Create a reply</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>No customers to show</source>
        <translation>没有可显示的客户</translation>
    </message>
    <message>
        <source>Type @ and a nickname to make a card.</source>
        <translation>输入 @ 和昵称，就能建一张客户卡。</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase {label} for good?</source>
        <translation>彻底删除 {label}？</translation>
    </message>
    <message>
        <source>Notes: {notes}, cases: {cases}</source>
        <translation>备注：{notes}，问题单：{cases}</translation>
    </message>
    <message>
        <source>The card goes with its notes, orders, cases and timeline, and so do cards in the trash that have the same nickname or phone. Nothing of it is left in any file, journal or backup in the data folder, nor in the history of undo. Backups there that cannot be read are deleted, because nobody can tell what is in them. Backups and exports in other places still have it.</source>
        <translation>卡片连同备注、订单、问题单和时间线一起删除，回收站里昵称或电话相同的卡片也一起删除。数据文件夹里的任何文件、日志和备份，以及撤销记录里都不再留下任何内容。那里读不出的备份会被删除，因为无法知道里面有什么。其他地方的备份和导出文件里仍然有。</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Erase for good (Ctrl+Enter)</source>
        <translation>彻底删除（Ctrl+Enter）</translation>
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
        <translation>长期</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>填空的名称</translation>
    </message>
    <message>
        <source>New fact</source>
        <translation>新的资料</translation>
    </message>
    <message>
        <source>{name}: last day</source>
        <translation>{name}：有效期的最后一天</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Expired: the forms ask again</source>
        <translation>已过期，表单会重新询问</translation>
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
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Used by: {titles}</source>
        <translation>用到的话术：{titles}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FactsWindow</name>
    <message>
        <source>Shop facts</source>
        <translation>店铺资料</translation>
    </message>
    <message>
        <source>What is the same for every buyer. A field with the name of a fact is filled in by itself, in every reply.</source>
        <translation>对每位买家都一样的内容，在这里设定一次，所有话术里同名的空都会自动填好。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>Filled in with</source>
        <translation>填的内容</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>用到的话术</translation>
    </message>
    <message>
        <source>These save most questions</source>
        <translation>先填这些，省下的提问最多</translation>
    </message>
    <message>
        <source>Another fact</source>
        <translation>其他资料</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>Changed elsewhere meanwhile to: {value}</source>
        <translation>别处已改为：{value}</translation>
    </message>
    <message>
        <source>Use that</source>
        <translation>用别处的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>用我写的</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Fill in: {title}</source>
        <translation>填写：{title}</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Fields</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>Fill-in field</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>field in a reply</comment>
        <translation>{名称}</translation>
    </message>
    <message>
        <source>Fill-in field with a default</source>
        <translation>填空，带默认值</translation>
    </message>
    <message>
        <source>{name:default}</source>
        <comment>field in a reply</comment>
        <translation>{名称:默认值}</translation>
    </message>
    <message>
        <source>{name|first|second}</source>
        <comment>field in a reply</comment>
        <translation>{名称|选项一|选项二}</translation>
    </message>
    <message>
        <source>Choice, the first suggested</source>
        <translation>选项，先选第一项</translation>
    </message>
    <message>
        <source>Choice without a suggestion, for facts and promises</source>
        <translation>选项，一项也不先选（用于事实和承诺）</translation>
    </message>
    <message>
        <source>{name:|first|second}</source>
        <comment>field in a reply</comment>
        <translation>{名称:|选项一|选项二}</translation>
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
        <translation>现在的时间</translation>
    </message>
    <message>
        <source>{time}</source>
        <comment>field in a reply</comment>
        <translation>{时间}</translation>
    </message>
    <message>
        <source>Clipboard text</source>
        <translation>剪贴板里的文字</translation>
    </message>
    <message>
        <source>{clipboard}</source>
        <comment>field in a reply</comment>
        <translation>{剪贴板}</translation>
    </message>
    <message>
        <source>Cursor position</source>
        <translation>粘贴后光标的位置</translation>
    </message>
    <message>
        <source>{cursor}</source>
        <comment>field in a reply</comment>
        <translation>{光标}</translation>
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
        <translation>以后都这样填：Ctrl+S</translation>
    </message>
    <message>
        <source>Make this value a fact of the shop</source>
        <translation>把这个内容设为店铺资料</translation>
    </message>
    <message>
        <source>From now on the shop&apos;s facts fill in this field in every reply</source>
        <translation>设为店铺资料，以后每条话术里的这个空都自动填好</translation>
    </message>
    <message>
        <source>Keep on the card: Alt+K</source>
        <translation>存到客户卡：Alt+K</translation>
    </message>
    <message>
        <source>Keep this value on the customer&apos;s card</source>
        <translation>把这个值存到客户卡</translation>
    </message>
    <message>
        <source>From now on the card fills in this field in every reply to this customer</source>
        <translation>以后给这位客户的回复都由客户卡填入这个字段</translation>
    </message>
    <message>
        <source>Kept: it is on the customer&apos;s card</source>
        <translation>已存到客户卡</translation>
    </message>
</context>
<context>
    <name>ForgetPart</name>
    <message>
        <source>This cannot be undone.</source>
        <translation>清除后不能撤销。</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>Forget what was learnt</source>
        <translation>清除学到的内容</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>确认清除</translation>
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
        <translation>复制话术</translation>
    </message>
    <message>
        <source>Paste reply</source>
        <translation>粘贴话术</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>quickdesk is ready</source>
        <translation>quickdesk 已就绪</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>quickdesk</source>
        <translation>quickdesk</translation>
    </message>
    <message>
        <source>quickdesk stays in the tray when you close this window.</source>
        <translation>关闭这个窗口后，quickdesk 会留在托盘里。</translation>
    </message>
    <message>
        <source>This desktop has no tray, so quickdesk shows this window. Minimise it to keep quickdesk running; closing it quits quickdesk.</source>
        <translation>这个桌面没有托盘，所以 quickdesk 显示这个窗口。最小化后 quickdesk 继续运行；关闭窗口就会退出。</translation>
    </message>
    <message>
        <source>The panel with the tray icon has closed, so quickdesk shows this window. Minimise it to keep quickdesk running; closing it quits quickdesk.</source>
        <translation>放托盘图标的任务栏已关闭，所以 quickdesk 显示这个窗口。最小化后 quickdesk 继续运行；关闭窗口就会退出。</translation>
    </message>
    <message>
        <source>The hotkey is off until you resume it</source>
        <translation>快捷键已暂停，等待手动恢复</translation>
    </message>
    <message>
        <source>The hotkey is off until {time}</source>
        <translation>快捷键已暂停，{time} 恢复</translation>
    </message>
    <message>
        <source>The palette still opens from this window.</source>
        <translation>在这个窗口里仍然可以打开面板。</translation>
    </message>
    <message>
        <source>quickdesk is paused</source>
        <translation>quickdesk 已暂停</translation>
    </message>
</context>
<context>
    <name>HotkeyRecorder</name>
    <message>
        <source>Hotkey</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按键</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Esc keeps the current hotkey, Backspace restores the default.</source>
        <translation>按 Esc 保留现在的快捷键，按 Backspace 换回默认的。</translation>
    </message>
    <message>
        <source>No key arrived. If you pressed one, another program has taken it: choose others.</source>
        <translation>没有收到按键。如果按过，说明已被其他程序占用，请换别的按键。</translation>
    </message>
    <message>
        <source>Record new keys</source>
        <translation>录制新快捷键</translation>
    </message>
    <message>
        <source>{key} opens the palette in every program, and no other program gets it.</source>
        <translation>在所有程序里按 {key} 都会打开面板，其他程序收不到它。</translation>
    </message>
    <message>
        <source>No other program gets {key}.</source>
        <translation>其他程序收不到 {key}。</translation>
    </message>
</context>
<context>
    <name>LexiconWindow</name>
    <message>
        <source>Words of the shop</source>
        <translation>本店词库</translation>
    </message>
    <message>
        <source>Write words that mean the same in one line, with spaces between them: who types one of them finds replies with the others too. With &gt; the words before it also find those after it, but not the other way round.</source>
        <translation>意思相同的词写在一行，用空格隔开：输入其中一个，也能找到含其他词的话术。用 &gt; 时，前面的词也能找到后面的词，反过来不行。</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>Lines with words: {count}</source>
        <translation>有词的行：{count}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search for customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>In the trash: {count}</source>
        <translation>回收站中：{count}</translation>
    </message>
    <message>
        <source>Customers: {count}</source>
        <translation>客户：{count}</translation>
    </message>
    <message>
        <source>By last contact</source>
        <translation>按最近联系</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>← All customers</source>
        <translation>← 全部客户</translation>
    </message>
    <message>
        <source>Trash ({count})</source>
        <translation>回收站（{count}）</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>No customer found. Ctrl+N makes a card with this nickname.</source>
        <translation>没有找到客户。按 Ctrl+N 用这个昵称新建客户卡。</translation>
    </message>
    <message>
        <source>No customers yet. Ctrl+N makes the first card.</source>
        <translation>还没有客户。按 Ctrl+N 新建第一张客户卡。</translation>
    </message>
    <message>
        <source>Nickname, tag, note, number</source>
        <translation>昵称、拼音、标签、备注、号码尾数</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge two customers</source>
        <translation>合并两位客户</translation>
    </message>
    <message>
        <source>Notes, orders and cases of both are kept on the card that stays. Ctrl+Z undoes it.</source>
        <translation>双方的备注、订单和问题单都留在保留的客户卡上。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Keep the other card</source>
        <translation>改为保留另一张</translation>
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
        <translation>移到回收站：{label}</translation>
    </message>
    <message>
        <source>Becomes: {label}</source>
        <translation>合并后：{label}</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Keep on top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>删除备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>把备注做成话术</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>No customer is chosen yet</source>
        <translation>还没有选客户</translation>
    </message>
    <message>
        <source>Note for: {customer}</source>
        <translation>备注：{customer}</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>选客户</translation>
    </message>
    <message>
        <source>a bank card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>a one-time code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>an identity card number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This looks like {data}. It does not belong in a note.</source>
        <translation>这里像是有{data}，不该写进备注。</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>备注内容</translation>
    </message>
    <message>
        <source>Nothing is selected or copied. Type the note.</source>
        <translation>没有选中或复制文字，请直接输入。</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Write a note</source>
        <translation>写一条备注</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新备注</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Older notes ({count})</source>
        <translation>更早的备注（{count}）</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>No reply fits</source>
        <translation>没有符合的话术</translation>
    </message>
    <message>
        <source>These are only the nearest. Choose one with Down, or Alt and a digit.</source>
        <translation>以下只是最接近的几条，按 ↓ 或 Alt+数字选用。</translation>
    </message>
    <message>
        <source>No reply fits. The nearest:</source>
        <translation>没有符合的话术，最接近的：</translation>
    </message>
</context>
<context>
    <name>OrderLinksEditor</name>
    <message>
        <source>Add a link</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>An address begins with https:// and has {place} where the order number stands.</source>
        <translation>地址以 https:// 开头，订单号的位置写 {place}。</translation>
    </message>
</context>
<context>
    <name>OrdersEdit</name>
    <message>
        <source>Add an order</source>
        <translation>添加订单</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Quick replies</source>
        <translation>快捷回复</translation>
    </message>
</context>
<context>
    <name>PaletteFooter</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys you can use now</source>
        <translation>现在可用的按键</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Type of message</source>
        <translation>提示类型</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>选定客户</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新建客户卡</translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Search replies: words, pinyin or initials</source>
        <translation>搜索话术：汉字、拼音或首字母</translation>
    </message>
    <message>
        <source>Search replies</source>
        <translation>搜索话术</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Suggested for: {message}</source>
        <translation>为此推荐：{message}</translation>
    </message>
</context>
<context>
    <name>PassphrasePart</name>
    <message>
        <source>New passphrase, at least eight characters</source>
        <translation>新密码，至少八个字符</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>A forgotten passphrase cannot be recovered: only the recovery key opens the customers then.</source>
        <translation>忘记的密码找不回来：那时只有恢复密钥能打开客户资料。</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Set passphrase</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>取消密码</translation>
    </message>
    <message>
        <source>A forgotten passphrase cannot be recovered, and there is no recovery key yet that would open the customers then: make one below.</source>
        <translation>忘记的密码找不回来，而现在还没有恢复密钥，到时无法打开客户资料：请在下面生成。</translation>
    </message>
    <message>
        <source>Passphrase until now, to change or remove it</source>
        <translation>现在的密码，更改或取消时要输入</translation>
    </message>
</context>
<context>
    <name>PasteKeysEditor</name>
    <message>
        <source>Add program</source>
        <translation>添加程序</translation>
    </message>
    <message>
        <source>{program} is listed twice. The first row is used.</source>
        <translation>{program} 写了两次：以第一行为准。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation>话术正文</translation>
    </message>
    <message>
        <source>Length of the reply</source>
        <translation>话术长度</translation>
    </message>
    <message>
        <source>Error in the reply</source>
        <translation>话术中的错误</translation>
    </message>
    <message>
        <source>Showing only the beginning</source>
        <translation>只显示开头部分</translation>
    </message>
    <message>
        <source>Other ways to ask</source>
        <translation>问法</translation>
    </message>
</context>
<context>
    <name>ProtectionWindow</name>
    <message>
        <source>Protection of customers</source>
        <translation>客户资料保护</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>换新密钥</translation>
    </message>
    <message>
        <source>Encrypts everything again. Passphrase and recovery key stay; backups from before still open with the key before.</source>
        <translation>全部重新加密，密码和恢复密钥不变；以前的备份仍可用旧密钥打开。</translation>
    </message>
</context>
<context>
    <name>QuestionWindow</name>
    <message>
        <source>Current customer</source>
        <translation>当前客户</translation>
    </message>
</context>
<context>
    <name>QuickNote</name>
    <message>
        <source>Quick note</source>
        <translation>速记</translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message>
        <source>Print or write it down and keep it away from this computer. It is not shown again.</source>
        <translation>请打印或抄下来，不要和这台电脑放在一起。它不会再次显示。</translation>
    </message>
    <message>
        <source>There is one. A new one makes it invalid.</source>
        <translation>已有一个。生成新的后，它就失效。</translation>
    </message>
    <message>
        <source>It opens the customers if their key is lost, and backups on another computer.</source>
        <translation>密钥丢失时，它能打开客户资料，也能在另一台电脑上打开备份。</translation>
    </message>
    <message>
        <source>Type a recovery key to open customers that do not open</source>
        <translation>客户资料打不开时，在此输入恢复密钥</translation>
    </message>
    <message>
        <source>Passphrase, to make a recovery key</source>
        <translation>输入密码后才能生成恢复密钥</translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation>生成恢复密钥</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>ReplyPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>RetentionWindow</name>
    <message>
        <source>Inactive customers: {count}</source>
        <translation>没有新记录的客户：{count}</translation>
    </message>
    <message>
        <source>Closed cases of others: {count}</source>
        <translation>其他客户已关闭的问题单：{count}</translation>
    </message>
    <message>
        <source>Timeline entries of others: {count}</source>
        <translation>其他客户的时间线记录：{count}</translation>
    </message>
    <message>
        <source>How long customers are kept</source>
        <translation>客户资料保留多久</translation>
    </message>
    <message>
        <source>Kept longer than the settings say</source>
        <translation>超过设置期限的内容</translation>
    </message>
    <message>
        <source>Customers go with their notes, cases and timeline. It is erased from every file, also from the backups in the data folder, and cannot be undone.</source>
        <translation>客户连同备注、问题单和时间线一起删除。会从每个文件里彻底删除，包括数据文件夹里的备份，无法撤销。</translation>
    </message>
    <message>
        <source>Nothing has been kept longer than the settings say</source>
        <translation>没有超过设置期限的内容</translation>
    </message>
    <message>
        <source>Customers with an open case are kept, and those not to be contacted.</source>
        <translation>有未关闭问题单的客户和不要联系的客户会一直保留。</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>确认彻底删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected: {count}</source>
        <translation>已选：{count}</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>加标签…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Tag for all selected customers</source>
        <translation>给所选客户加的标签</translation>
    </message>
    <message>
        <source>Tag for all, then Enter</source>
        <translation>给所选客户加的标签，按 Enter 确定</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Open the palette</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Similar sounds</source>
        <translation>模糊音</translation>
    </message>
    <message>
        <source>In pinyin, each ticked pair counts as the same sound.</source>
        <translation>拼音中，勾选的每一对按同一个音搜索。</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>粘贴键</translation>
    </message>
    <message>
        <source>Add programs that use different keys to paste. The palette shows a program&apos;s name above the search box.</source>
        <translation>为粘贴键不同的程序单独设置。程序的名称显示在面板的搜索框上方。</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>当前方式</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Words of the shop</source>
        <translation>本店词库</translation>
    </message>
    <message>
        <source>Words that mean the same in your shop find each other.</source>
        <translation>在本店意思相同的词可以互相找到。</translation>
    </message>
    <message>
        <source>Edit words</source>
        <translation>修改词库</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Learn from use</source>
        <translation>从使用中学习</translation>
    </message>
    <message>
        <source>Replies that are used often come first; forms offer the values used last.</source>
        <translation>常用的话术排在前面；表单会预填上次用过的值。</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>学到的内容</translation>
    </message>
    <message>
        <source>Forgets which replies were used, messages answered and values of fields. Statistics and backups stay.</source>
        <translation>清除话术的使用习惯、回过的消息和填过的值；统计和备份保留。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Protection…</source>
        <translation>保护方式…</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes are saved automatically.</source>
        <translation>修改会自动保存。</translation>
    </message>
</context>
<context>
    <name>SnippetEditor</name>
    <message>
        <source>Insert field</source>
        <translation>插入填空</translation>
    </message>
    <message>
        <source>Edit reply</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Add a title before saving.</source>
        <translation>请先填写标题，再保存。</translation>
    </message>
    <message>
        <source>Write the reply before saving.</source>
        <translation>请先填写正文，再保存。</translation>
    </message>
</context>
<context>
    <name>TagEdit</name>
    <message>
        <source>Remove the tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>删除标签：{tag}</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>Copies to the clipboard</source>
        <translation>只复制到剪贴板</translation>
    </message>
    <message>
        <source>Pastes into the window you came from</source>
        <translation>粘贴到原来的窗口</translation>
    </message>
    <message>
        <source>Pastes into {program}</source>
        <translation>粘贴到：{program}</translation>
    </message>
    <message>
        <source>Where the reply goes</source>
        <translation>话术去向</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>How satisfied: {name}</source>
        <translation>满意度：{name}</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建问题单</translation>
    </message>
</context>
<context>
    <name>TitleRulesEditor</name>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
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
        <translation>暂停快捷键</translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until I resume it</source>
        <translation>直到手动恢复</translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation>恢复快捷键</translation>
    </message>
    <message>
        <source>read-only: changes cannot be saved</source>
        <translation>只读：修改无法保存</translation>
    </message>
    <message>
        <source>Resume the hotkey (paused until {time})</source>
        <translation>恢复快捷键（暂停到 {time}）</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>已暂停，{time} 恢复</translation>
    </message>
    <message>
        <source>paused until you resume</source>
        <translation>已暂停，等待手动恢复</translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation>按 {keys} 打开面板</translation>
    </message>
    <message>
        <source>no hotkey available; click to open the palette</source>
        <translation>没有可用的快捷键；点击图标打开面板</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>You have unsaved changes.</source>
        <translation>修改还没有保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续修改</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>存为草稿</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>✓ Copied</source>
        <translation>✓ 已复制</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>点击复制</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>把备注做成话术</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开订单页面</translation>
    </message>
</context>
<context>
    <name>WindowFoot</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>_OrderBlock</name>
    <message>
        <source>{carrier} (guessed)</source>
        <translation>{carrier}（推测）</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Items, separated by ;</source>
        <translation>商品，用；分隔</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开订单页面</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the order</source>
        <translation>删除这个订单</translation>
    </message>
</context>
<context>
    <name>_ProgramBox</name>
    <message>
        <source>Program, e.g. putty</source>
        <translation>程序，例如 putty</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Paste keys</source>
        <translation>粘贴键</translation>
    </message>
    <message>
        <source>Remove program</source>
        <translation>移除程序</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Address of the page of an order</source>
        <translation>订单页面的地址</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>删除链接</translation>
    </message>
</context>
<context>
    <name>_Rule</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Try a title</source>
        <translation>试一个标题</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Nickname: {nickname}</source>
        <translation>昵称：{nickname}</translation>
    </message>
    <message>
        <source>No nickname in this title</source>
        <translation>这个标题里没有昵称</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Quick replies for customer-service agents. Without a command: start the program, or show the palette of the one that runs.</source>
        <translation>客服用的快捷回复。不带命令：启动程序；程序已在运行时，打开它的面板。</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>the data folder (default: QUICKDESK_HOME, else the user&apos;s own)</source>
        <translation>数据文件夹（默认：QUICKDESK_HOME，否则用户自己的）</translation>
    </message>
    <message>
        <source>print JSON instead of text</source>
        <translation>输出 JSON 而不是文字</translation>
    </message>
    <message>
        <source>show the palette of the running program</source>
        <translation>打开运行中程序的面板</translation>
    </message>
    <message>
        <source>show the palette, or close it if it is open</source>
        <translation>打开面板；已打开时关闭</translation>
    </message>
    <message>
        <source>close the palette</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>pause or resume the hotkey</source>
        <translation>暂停或恢复快捷键</translation>
    </message>
    <message>
        <source>quit the running program</source>
        <translation>退出运行中的程序</translation>
    </message>
    <message>
        <source>find replies</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>suggest replies to a buyer&apos;s message</source>
        <translation>为买家的消息推荐话术</translation>
    </message>
    <message>
        <source>show failed searches</source>
        <translation>查看落空的搜索</translation>
    </message>
    <message>
        <source>汉字, pinyin, initials or a code; #tag, @folder, code:x; several words must all match</source>
        <translation>汉字、拼音、首字母或编码；#标签、@文件夹、code:编码；多个词要全部符合</translation>
    </message>
    <message>
        <source>show at most N replies (default: {usual})</source>
        <translation>最多显示 N 条话术（默认：{usual}）</translation>
    </message>
    <message>
        <source>show at most N searches, up to {most} (default: {usual})</source>
        <translation>最多显示 N 次搜索，上限 {most}（默认：{usual}）</translation>
    </message>
    <message>
        <source>only searches of the last DAYS days</source>
        <translation>只看最近 DAYS 天内的搜索</translation>
    </message>
    <message>
        <source>list all replies</source>
        <translation>列出全部话术</translation>
    </message>
    <message>
        <source>add a reply</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>change a reply</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>move a reply to the trash</source>
        <translation>把话术移到回收站</translation>
    </message>
    <message>
        <source>undo the last change, including imports</source>
        <translation>撤销上一次操作，导入也可以</translation>
    </message>
    <message>
        <source>fill in a reply and print it</source>
        <translation>输出填好的话术</translation>
    </message>
    <message>
        <source>import replies from files</source>
        <translation>从文件导入话术</translation>
    </message>
    <message>
        <source>export all replies to a file</source>
        <translation>把全部话术导出到文件</translation>
    </message>
    <message>
        <source>back up all data</source>
        <translation>备份全部数据</translation>
    </message>
    <message>
        <source>check all data and repair what is damaged</source>
        <translation>检查全部数据，修复损坏之处</translation>
    </message>
    <message>
        <source>show what works on this machine, and why</source>
        <translation>说明这台电脑上哪些功能可用，为什么</translation>
    </message>
    <message>
        <source>with a backup: only show what would change</source>
        <translation>用于备份：只说明会有什么变化，不做修改</translation>
    </message>
    <message>
        <source>where to write it (default: with the other backups in the data folder)</source>
        <translation>写到哪里（默认：数据文件夹里，和其他备份放在一起）</translation>
    </message>
    <message>
        <source>report damaged files found until now for the last time</source>
        <translation>不再提示此前发现的损坏文件</translation>
    </message>
    <message>
        <source>replace the file if there is one</source>
        <translation>文件已存在时替换它</translation>
    </message>
    <message>
        <source>for how long (default: until resumed)</source>
        <translation>多久（默认：直到手动恢复）</translation>
    </message>
    <message>
        <source>resume now</source>
        <translation>现在恢复</translation>
    </message>
    <message>
        <source>show the reasons for the rank of each reply</source>
        <translation>说明每条话术为什么排在这里</translation>
    </message>
    <message>
        <source>the buyer&apos;s message (default: read from standard input)</source>
        <translation>买家的消息（默认：从标准输入读取）</translation>
    </message>
    <message>
        <source>the title of the reply</source>
        <translation>话术的标题</translation>
    </message>
    <message>
        <source>the text of the reply; - reads it from standard input</source>
        <translation>话术的正文；写 - 时从标准输入读取</translation>
    </message>
    <message>
        <source>a short name to type</source>
        <translation>简短好输入的编码</translation>
    </message>
    <message>
        <source>the folder to put it in</source>
        <translation>所属的文件夹</translation>
    </message>
    <message>
        <source>a tag; may be repeated</source>
        <translation>一个标签；可以写多次</translation>
    </message>
    <message>
        <source>a note for colleagues, never pasted</source>
        <translation>给同事看的备注，不会粘贴</translation>
    </message>
    <message>
        <source>fill a field; may be repeated</source>
        <translation>填一个空；可以写多次</translation>
    </message>
    <message>
        <source>copy it to the clipboard too</source>
        <translation>同时复制到剪贴板</translation>
    </message>
    <message>
        <source>Markdown, CSV, TSV or quickdesk&apos;s own JSON; a folder imports everything in it</source>
        <translation>Markdown、CSV、TSV 或 quickdesk 的 JSON；写文件夹表示里面全部</translation>
    </message>
    <message>
        <source>markdown, csv, tsv or json (default: detected)</source>
        <translation>markdown、csv、tsv 或 json（默认：自动识别）</translation>
    </message>
    <message>
        <source>json, csv or tsv (default: from the file name)</source>
        <translation>json、csv 或 tsv（默认：按文件名）</translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation>只说明会有什么变化，不做修改</translation>
    </message>
    <message>
        <source>restore a reply from the trash, or all replies from a backup</source>
        <translation>从回收站恢复话术，或恢复整个备份</translation>
    </message>
    <message>
        <source>the code or id of the reply, or how the id begins</source>
        <translation>话术的编码或编号，编号可以只写开头</translation>
    </message>
    <message>
        <source>the code or id of a reply in the trash, or a backup file</source>
        <translation>回收站里话术的编码或编号，或一个备份文件</translation>
    </message>
    <message>
        <source>where to write; - is standard output</source>
        <translation>写到哪个文件；写 - 时直接输出</translation>
    </message>
    <message>
        <source>Not understood: {reason}
Usage: {usage}</source>
        <translation>命令写法不对：{reason}
正确写法：{usage}</translation>
    </message>
    <message>
        <source>{field}, part {position}: {words}</source>
        <translation>{field}，第 {position} 项：{words}</translation>
    </message>
    <message>
        <source>too long: {count} characters, at most {most}</source>
        <translation>太长：有 {count} 个字符，最多 {most} 个</translation>
    </message>
    <message>
        <source>{field}, character {position}: {words}</source>
        <translation>{field}，第 {position} 个字符：{words}</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>这里是空的</translation>
    </message>
    <message>
        <source>too long: at most {most} characters</source>
        <translation>太长：最多 {most} 个字符</translation>
    </message>
    <message>
        <source>too many: at most {most}</source>
        <translation>太多：最多 {most} 个</translation>
    </message>
    <message>
        <source>too many fields: at most {most}</source>
        <translation>填空太多：最多 {most} 个</translation>
    </message>
    <message>
        <source>this character cannot be saved or sent</source>
        <translation>这个字符无法保存或发送</translation>
    </message>
    <message>
        <source>the fields cannot be read</source>
        <translation>填空的写法无法识别</translation>
    </message>
    <message>
        <source>a { is never closed; write {{ for the brace itself</source>
        <translation>{ 没有对应的 }；要写花括号本身，请写 {{</translation>
    </message>
    <message>
        <source>this } closes nothing; write }} for the brace itself</source>
        <translation>} 没有对应的 {；要写花括号本身，请写 }}</translation>
    </message>
    <message>
        <source>a field is inside another one; write {{ and }} for braces</source>
        <translation>填空里面还有填空；要写花括号本身，请写 {{ 和 }}</translation>
    </message>
    <message>
        <source>a field has no name</source>
        <translation>有一个填空没有名称</translation>
    </message>
    <message>
        <source>a field cannot have this name; write {{ and }} for braces</source>
        <translation>填空不能用这个名称；要写花括号本身，请写 {{ 和 }}</translation>
    </message>
    <message>
        <source>a choice is empty</source>
        <translation>有一个选项是空的</translation>
    </message>
    <message>
        <source>this field is filled in automatically and takes no value</source>
        <translation>这个填空会自动填写，不能再带内容</translation>
    </message>
    <message>
        <source>No replies yet.</source>
        <translation>还没有话术。</translation>
    </message>
    <message>
        <source>Added {id}: {title}</source>
        <translation>已新建 {id}：{title}</translation>
    </message>
    <message>
        <source>Changed {id}: {title}</source>
        <translation>已修改 {id}：{title}</translation>
    </message>
    <message>
        <source>Backed up {count} replies to {path}</source>
        <translation>已备份 {count} 条话术：{path}</translation>
    </message>
    <message>
        <source>Restored {id}: {title}</source>
        <translation>已恢复 {id}：{title}</translation>
    </message>
    <message>
        <source>Would bring back {new}, change {changed} and move {removed} to the trash.</source>
        <translation>将会恢复：找回 {new} 条，修改 {changed} 条，移到回收站 {removed} 条。</translation>
    </message>
    <message>
        <source>The data already matches the backup. Nothing was changed.</source>
        <translation>数据与备份一致，没有任何改动。</translation>
    </message>
    <message>
        <source>The state before is saved in {backup}</source>
        <translation>恢复前的数据保存在 {backup}</translation>
    </message>
    <message>
        <source>It leaves out what cannot be read now: {kinds}. See: check</source>
        <translation>备份不含现在读不出来的：{kinds}。请运行：check</translation>
    </message>
    <message>
        <source>From the trash of the backup into the trash: {trash}</source>
        <translation>从备份的回收站放回回收站：{trash} 条</translation>
    </message>
    <message>
        <source>{kind}: {new} brought back, {changed} changed, {removed} removed</source>
        <translation>{kind}：找回 {new} 条，改动 {changed} 条，去掉 {removed} 条</translation>
    </message>
    <message>
        <source>Exported {count} replies to {path}</source>
        <translation>已把 {count} 条话术导出到 {path}</translation>
    </message>
    <message>
        <source>{place}: {reason}. Nothing was imported.</source>
        <translation>{place}：{reason}。没有导入任何话术。</translation>
    </message>
    <message>
        <source>{path} was damaged. Nothing was lost: everything was recovered. The damaged file was kept as {set_aside}.</source>
        <translation>{path} 已损坏。没有丢失任何内容，已全部恢复。损坏的文件保留为 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged. The previous version is in use; the damaged file was kept as {set_aside}.</source>
        <translation>{path} 已损坏。现在使用上一个版本；损坏的文件保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} was damaged and no earlier version was found. The damaged file was kept as {set_aside}.</source>
        <translation>{path} 已损坏，没有找到更早的版本。损坏的文件保留在 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Nothing was lost.</source>
        <translation>{path} 已损坏，没有动它。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>{path} was missing. The previous version is in use.</source>
        <translation>{path} 不见了。现在使用上一个版本。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. The previous version is in use.</source>
        <translation>{path} 已损坏，没有改动它。现在使用上一个版本。</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). The damaged part was kept as {set_aside}.</source>
        <translation>有些修改读不出来（{kind}）。损坏的部分保留为 {set_aside}。</translation>
    </message>
    <message>
        <source>To take over its replies: {command}</source>
        <translation>取回其中的话术：{command}</translation>
    </message>
    <message>
        <source>Files were set aside: {set_aside}. For details: quickdesk check. To stop this message: quickdesk check --acknowledge</source>
        <translation>此前有文件被另外保存：{set_aside}。查看详情：quickdesk check。不再提示：quickdesk check --acknowledge</translation>
    </message>
    <message>
        <source>Acknowledged. These files are not reported any more: {names}</source>
        <translation>已确认，今后不再提示这些文件：{names}</translation>
    </message>
    <message>
        <source>To stop reporting the files kept: quickdesk check --acknowledge</source>
        <translation>不再提示这些保留的文件，请运行：quickdesk check --acknowledge</translation>
    </message>
    <message>
        <source>What is in use is in order ({counts}; verified backups: {backups}). Something may be missing from it since the damage named above; a backup may have it: restore FILE</source>
        <translation>正在使用的数据没有问题（{counts}；核对过的备份：{backups}）。由于上面列出的损坏，其中可能缺少内容；备份里也许还有：restore FILE</translation>
    </message>
    <message>
        <source>All data is in order ({counts}; verified backups: {backups}).</source>
        <translation>全部数据完好（{counts}；核对过的备份：{backups}）。</translation>
    </message>
    <message>
        <source>Repaired: all data in use is in order again ({counts}; verified backups: {backups}).</source>
        <translation>已修复：正在使用的数据没有问题了（{counts}；核对过的备份：{backups}）。</translation>
    </message>
    <message>
        <source>Not everything could be repaired ({counts}; verified backups: {backups}). Backups are in the folder backups of the data folder. Bring one back with: restore FILE</source>
        <translation>未能全部修复（{counts}；核对过的备份：{backups}）。备份在数据文件夹的 backups 文件夹中，恢复命令：restore FILE</translation>
    </message>
    <message>
        <source>Some changes could not be read ({kind}). They were in {path}.</source>
        <translation>有些修改读不出来（{kind}），原来在 {path} 中。</translation>
    </message>
    <message>
        <source>It is repaired.</source>
        <translation>已修复。</translation>
    </message>
    <message>
        <source>The bad file is kept as {set_aside}.</source>
        <translation>损坏的文件保留为 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} ({kind}): {detail}.</source>
        <translation>{path}（{kind}）：{detail}。</translation>
    </message>
    <message>
        <source>{path} ({kind}) differs from what is in use: {count} entries.</source>
        <translation>{path}（{kind}）与正在使用的数据不一致，相差 {count} 条。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {count}. They were in {path}.</source>
        <translation>无法读取的修改（{kind}）：{count} 处，原在 {path} 中。</translation>
    </message>
    <message>
        <source>{path} ({kind}) holds entries unknown to quickdesk: {count}. They are left as they are.</source>
        <translation>{path}（{kind}）中有无法识别的内容：{count} 处，已原样保留。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged and cannot be used.</source>
        <translation>备份 {path} 已损坏，不能使用。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be read now.</source>
        <translation>备份 {path} 现在无法读取。</translation>
    </message>
    <message>
        <source>{path} was found damaged or missing before.</source>
        <translation>此前发现 {path} 已损坏或丢失。</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>文件不见了</translation>
    </message>
    <message>
        <source>the file is cut off or not quickdesk&apos;s</source>
        <translation>文件不完整，或不是 quickdesk 的文件</translation>
    </message>
    <message>
        <source>the file holds something that is not quickdesk&apos;s</source>
        <translation>文件里的内容不是 quickdesk 的</translation>
    </message>
    <message>
        <source>the content was changed or damaged</source>
        <translation>内容被改动或已损坏</translation>
    </message>
    <message>
        <source>the file belongs to other data</source>
        <translation>这个文件属于别的数据</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>the file was written by a newer quickdesk and was not touched</source>
        <translation>文件由更新版本的 quickdesk 写入，未作改动</translation>
    </message>
    <message>
        <source>no complete version is left</source>
        <translation>没有剩下完整的版本</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>there is more data than a backup can hold</source>
        <translation>数据太多，一个备份装不下</translation>
    </message>
    <message>
        <source>another quickdesk is using it</source>
        <translation>另一个 quickdesk 正在使用</translation>
    </message>
    <message>
        <source>the last change may or may not have been saved</source>
        <translation>最后的改动可能已保存，也可能没有</translation>
    </message>
    <message>
        <source>the data folder was renamed, deleted or replaced</source>
        <translation>数据文件夹被改名、删除或替换了</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. The damaged part was kept as {set_aside}.</source>
        <translation>读不出来的修改（{kind}）：{changes}。损坏的部分保留为 {set_aside}。</translation>
    </message>
    <message>
        <source>Changes that could not be read ({kind}): {changes}. They were in {path}.</source>
        <translation>读不出来的修改（{kind}）：{changes}。原来在 {path} 中。</translation>
    </message>
    <message>
        <source>{path} ({kind}) does not belong to your data: it is from another computer or from another time. It is not used and was kept as {set_aside}.</source>
        <translation>{path}（{kind}）不属于你的数据：它来自另一台电脑，或是其他时间保存的。它没有被使用，已保留为 {set_aside}。</translation>
    </message>
    <message>
        <source>{path} ({kind}) does not belong to your data: it is from another computer or from another time. It is not used.</source>
        <translation>{path}（{kind}）不属于你的数据：它来自另一台电脑，或是其他时间保存的。它没有被使用。</translation>
    </message>
    <message>
        <source>{path} ({kind}) is a copy that is not used: a sync program made it, or it is from another computer.</source>
        <translation>{path}（{kind}）是一份没有被使用的副本：由同步软件生成，或者来自另一台电脑。</translation>
    </message>
    <message>
        <source>Delete the copy when you no longer need it.</source>
        <translation>不再需要时，可以删除这份副本。</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>The replies that come with quickdesk cannot be read, so the list is empty. Reinstall quickdesk.</source>
        <translation>quickdesk 自带的话术无法读取，所以列表是空的。请重新安装 quickdesk。</translation>
    </message>
    <message>
        <source>Note: the code {code} is used by other replies too: {titles}</source>
        <translation>注意：编码 {code} 还有其他话术在用：{titles}</translation>
    </message>
    <message>
        <source>There are no replies yet. Add some with add or import.</source>
        <translation>还没有话术。可以用 add 新建，或用 import 导入。</translation>
    </message>
    <message>
        <source>Nothing found for: {query}</source>
        <translation>没有找到：{query}</translation>
    </message>
    <message>
        <source>No reply fits this message.</source>
        <translation>没有适合这条消息的话术。</translation>
    </message>
    <message>
        <source>There is no message to suggest replies for.</source>
        <translation>没有消息，无法推荐话术。</translation>
    </message>
    <message>
        <source>This is too long for a message. Up to {most} characters are possible.</source>
        <translation>消息太长，最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>No reply has the code or id {id}.</source>
        <translation>没有编码或编号是 {id} 的话术。</translation>
    </message>
    <message>
        <source>Several ids begin with {id}: {matches}. Type more of it.</source>
        <translation>以 {id} 开头的编号不止一个：{matches}。请多写几位。</translation>
    </message>
    <message>
        <source>Several replies have the code {id}:{matches}
Use the id of the one you mean.</source>
        <translation>不止一条话术的编码是 {id}：{matches}
请改用其中一条的编号。</translation>
    </message>
    <message>
        <source>Say what to change, for example with --title. Nothing was changed.</source>
        <translation>请写明要修改什么，例如 --title。没有任何修改。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>Nothing was undone, because these replies have changed since: {titles}.</source>
        <translation>没有撤销，因为这些话术之后又改过：{titles}。</translation>
    </message>
    <message>
        <source>The reply was not saved:{flaws}</source>
        <translation>话术没有保存：{flaws}</translation>
    </message>
    <message>
        <source>Some fields are still empty: {names}. Fill them in with --set NAME=VALUE.</source>
        <translation>话术还没有填完。这些空还没填：{names}。用 --set NAME=VALUE 填写。</translation>
    </message>
    <message>
        <source>The reply has no field {name}. Its fields are: {names}.</source>
        <translation>话术里没有 {name} 这个填空。它的填空有：{names}。</translation>
    </message>
    <message>
        <source>The body of the reply cannot be read:{flaws}</source>
        <translation>话术的正文无法识别：{flaws}</translation>
    </message>
    <message>
        <source>The finished reply is too long to send.</source>
        <translation>填好的话术太长，无法发送。</translation>
    </message>
    <message>
        <source>Nothing to send: the reply is empty.</source>
        <translation>话术是空的，没有可发送的内容。</translation>
    </message>
    <message>
        <source>The reply was not copied: no clipboard can be reached from here ({reason}).</source>
        <translation>话术没有复制：这里无法使用剪贴板（{reason}）。</translation>
    </message>
    <message>
        <source>File not found: {path}</source>
        <translation>没有 {path} 这个文件。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>{path} is in the data folder, whose files quickdesk writes itself. Choose another place.</source>
        <translation>{path} 在数据文件夹里，那里的文件由 quickdesk 自己写入。请换一个位置。</translation>
    </message>
    <message>
        <source>The folder {path} has no files that can be imported.</source>
        <translation>文件夹 {path} 里没有可以导入的文件。</translation>
    </message>
    <message>
        <source>{path} is too large ({megabytes} MB). Files up to {most} MB can be imported.</source>
        <translation>{path} 有 {megabytes} MB。可以导入的文件最大 {most} MB。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>{path} is not a quickdesk backup. Nothing was changed.</source>
        <translation>{path} 不是 quickdesk 的备份。没有做任何修改。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged. Nothing was changed.</source>
        <translation>备份 {path} 已损坏。没有做任何修改。</translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer quickdesk. Nothing was changed.</source>
        <translation>备份 {path} 由更新的 quickdesk 制作。没有做任何修改。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be read. Nothing was changed.</source>
        <translation>备份 {path} 读不出来。没有做任何修改。</translation>
    </message>
    <message>
        <source>quickdesk is still running: a case has unsaved changes. Save or discard it, then quit.</source>
        <translation>quickdesk 仍在运行：有问题单还没保存。请先保存或放弃，再退出。</translation>
    </message>
    <message>
        <source>quickdesk is still running: the data folder is gone. Save a copy with backup FILE first, or quit again to leave it.</source>
        <translation>quickdesk 仍在运行：数据文件夹不见了。请先用 backup FILE 另存一份；再退出一次则不另存，直接退出。</translation>
    </message>
    <message>
        <source>quickdesk did not say whether the command was carried out. It may or may not have been: check before you try again.</source>
        <translation>quickdesk 没有回复命令是否已执行。命令可能已经执行，也可能没有：重试之前请先检查。</translation>
    </message>
    <message>
        <source>quickdesk was too busy to do this in time. Nothing was changed. Try again later.</source>
        <translation>quickdesk 太忙，没能及时完成。没有任何改动。请稍后再试。</translation>
    </message>
    <message>
        <source>Saved as {id}, but without {options}: the quickdesk that runs is an older version. Restart it, then use: edit {id}</source>
        <translation>已保存为 {id}，但没有保存 {options}：正在运行的 quickdesk 版本较旧。请重新启动 quickdesk，再用这个命令补上：edit {id}</translation>
    </message>
    <message>
        <source>The data folder {path} was renamed, deleted or replaced while quickdesk was using it. Nothing was changed. Put it back, or quit quickdesk and start it again.</source>
        <translation>quickdesk 使用期间，数据文件夹 {path} 被改名、删除或替换了。没有任何改动。请把它放回原处，或退出 quickdesk 后重新启动。</translation>
    </message>
    <message>
        <source>The data is larger than a backup can be, so no backup was made. Nothing was changed. With quickdesk closed, a copy of the data folder is a backup too.</source>
        <translation>数据太多，一个备份装不下，所以没有创建备份。没有任何改动。退出 quickdesk 后复制整个数据文件夹，同样可以作为备份。</translation>
    </message>
    <message>
        <source>The disk reported an error: the change may or may not have been saved in {path}. Check before you make it again.</source>
        <translation>磁盘报告了错误：这次改动可能已经存进 {path}，也可能没有。再次修改之前，请先检查。</translation>
    </message>
    <message>
        <source>Customers are locked. Unlock them with: data unlock. Replies can be used all the same.</source>
        <translation>客户资料已锁定。解锁：data unlock。话术照常可用。</translation>
    </message>
    <message>
        <source>The keyring of the system does not answer. Nothing was changed. If it asks for its password, enter that and try again.</source>
        <translation>系统密钥环没有响应。没有任何改动。如果它在询问自己的密码，请输入后重试。</translation>
    </message>
    <message>
        <source>{path} is damaged, and so is its copy. Nothing was changed, and nothing is lost: put the file back from a backup of this folder.</source>
        <translation>{path} 和它的副本都已损坏。没有任何改动，也没有丢失：请从此文件夹的备份中放回该文件。</translation>
    </message>
    <message>
        <source>{path} already exists. Replace it with --force.</source>
        <translation>{path} 已存在。要替换它，请加上 --force。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Its previous content is unchanged.</source>
        <translation>{path} 无法写入：{reason}。原来的内容没有变。</translation>
    </message>
    <message>
        <source>quickdesk is not running. Start it with: quickdesk</source>
        <translation>quickdesk 没有运行。用这个命令启动：quickdesk</translation>
    </message>
    <message>
        <source>There is no display, so no window can be shown. In the terminal you can use:
  quickdesk find 退款
  quickdesk list
  quickdesk --help</source>
        <translation>没有图形界面，无法显示窗口。在终端里可以这样用：
  quickdesk find 退款
  quickdesk list
  quickdesk --help</translation>
    </message>
    <message>
        <source>This is too much to hand to the running quickdesk (more than {megabytes} MB). Nothing was changed. Do it in parts, or quit quickdesk first.</source>
        <translation>内容太大（超过 {megabytes} MB），无法交给正在运行的 quickdesk。没有任何改动。请分几次进行，或先退出 quickdesk。</translation>
    </message>
    <message>
        <source>The disk is full: nothing was changed, everything saved before is safe. Free up space for {folder}.</source>
        <translation>磁盘已满：没有任何改动，之前保存的内容都完好。请为 {folder} 腾出空间。</translation>
    </message>
    <message>
        <source>quickdesk is still running: a reply has unsaved changes. Save or discard it, then quit.</source>
        <translation>quickdesk 还没有退出：有一条话术还没保存。请先保存或放弃，再退出。</translation>
    </message>
    <message>
        <source>quickdesk is still running: a reply is being filled in. Paste it or close the form, then quit.</source>
        <translation>quickdesk 仍在运行：有一条话术正在填写。请先粘贴它或关闭表单，再退出。</translation>
    </message>
    <message>
        <source>{path}: unknown file extension. Choose the format with --format: json, csv or tsv.</source>
        <translation>{path}：不认识这个扩展名。请用 --format 指定格式：json、csv 或 tsv。</translation>
    </message>
    <message>
        <source>quickdesk is running but does not respond. Quit it and start it again.</source>
        <translation>quickdesk 在运行，但没有响应。请退出后重新启动。</translation>
    </message>
    <message>
        <source>The running quickdesk does not know the command {command}.</source>
        <translation>运行中的 quickdesk 不认识命令 {command}。</translation>
    </message>
    <message>
        <source>The running quickdesk did not understand the request. Nothing was changed.</source>
        <translation>运行中的 quickdesk 不明白这个请求。没有任何修改。</translation>
    </message>
    <message>
        <source>The command {command} got an invalid value for {argument}. Nothing was changed.</source>
        <translation>命令 {command} 无法使用 {argument} 的内容。没有任何修改。</translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong. Your replies are safe. Details are in quickdesk.log in the data folder.</source>
        <translation>quickdesk 出了问题。话术都还在。详情见数据文件夹里的 quickdesk.log。</translation>
    </message>
    <message>
        <source>The result cannot be written: {reason}.</source>
        <translation>结果无法写出：{reason}。</translation>
    </message>
    <message>
        <source>The data in {path} could not be read. It was set aside unchanged.</source>
        <translation>{path} 里的数据无法读取，已原样另外保存。</translation>
    </message>
    <message>
        <source>{path} is not a folder. Nothing was changed.</source>
        <translation>{path} 不是文件夹。没有任何改动。</translation>
    </message>
    <message>
        <source>{path} was written by a newer quickdesk. It was not touched. Update quickdesk to open it.</source>
        <translation>{path} 由更新版本的 quickdesk 写入，没有改动它。请更新 quickdesk 后再打开。</translation>
    </message>
    <message>
        <source>The data is damaged, and not everything could be repaired.</source>
        <translation>数据已损坏，未能全部修复。</translation>
    </message>
    <message>
        <source>Another quickdesk is using the data in {path}. Nothing was changed.</source>
        <translation>另一个 quickdesk 正在使用 {path} 里的数据。没有任何修改。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Nothing was changed.</source>
        <translation>{path} 无法写入。没有任何修改。</translation>
    </message>
    <message>
        <source>{path} cannot be read. Nothing was changed.</source>
        <translation>{path} 无法读取。没有任何修改。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>桌面会话</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Global hotkey</source>
        <translation>全局快捷键</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Clipboard tools</source>
        <translation>剪贴板工具</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>系统通知</translation>
    </message>
    <message>
        <source>Missing libraries</source>
        <translation>缺少的库</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建议安装</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>renamed, deleted or replaced: changes cannot be saved until it is back</source>
        <translation>已被改名、删除或替换：放回原处之前修改无法保存</translation>
    </message>
    <message>
        <source>it is not known here how long nothing was typed: minutes do not lock customers; with a passphrase the lock of the session and sleep do</source>
        <translation>这里无法得知多久没有输入：不会按分钟锁定客户资料；设了密码时，锁屏和睡眠仍会锁定</translation>
    </message>
    <message>
        <source>Wayland does not say what is typed in windows of its own: minutes may lock customers too early</source>
        <translation>Wayland 不告知在它自己的窗口里的输入：按分钟锁定客户资料可能过早</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>暂停到 {time}</translation>
    </message>
    <message>
        <source>no display</source>
        <translation>没有图形界面</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>系统自带</translation>
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
        <translation>没有找到：quickdesk 会改为显示窗口</translation>
    </message>
    <message>
        <source>unknown: the session bus does not respond</source>
        <translation>无法确定：会话总线没有响应</translation>
    </message>
    <message>
        <source>{hotkey} works: {way}</source>
        <translation>{hotkey} 可用：{way}</translation>
    </message>
    <message>
        <source>the keyboard package, which listens to all keys</source>
        <translation>keyboard 包，它会监听所有按键</translation>
    </message>
    <message>
        <source>bind a key to &apos;quickdesk toggle&apos; in your desktop settings</source>
        <translation>在桌面设置里把 quickdesk toggle 绑定到一个按键</translation>
    </message>
    <message>
        <source>not available here; use the command line</source>
        <translation>这里没有；可以用命令行</translation>
    </message>
    <message>
        <source>not {way}: {why}</source>
        <translation>未选用 {way}：{why}</translation>
    </message>
    <message>
        <source>not made for this system</source>
        <translation>不适用于这个系统</translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation>没有图形界面</translation>
    </message>
    <message>
        <source>the display cannot be reached</source>
        <translation>无法连接图形界面</translation>
    </message>
    <message>
        <source>Wayland does not let programs watch the keyboard</source>
        <translation>Wayland 不允许程序监听按键</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>没有安装</translation>
    </message>
    <message>
        <source>it needs root</source>
        <translation>需要 root 权限</translation>
    </message>
    <message>
        <source>/dev/input shows no keyboard</source>
        <translation>/dev/input 里没有键盘</translation>
    </message>
    <message>
        <source>dumpkeys is missing</source>
        <translation>缺少程序 dumpkeys</translation>
    </message>
    <message>
        <source>macOS has not granted the Accessibility permission</source>
        <translation>macOS 没有给“辅助功能”权限</translation>
    </message>
    <message>
        <source>it could not be opened</source>
        <translation>无法启用</translation>
    </message>
    <message>
        <source>straight into the window you came from</source>
        <translation>直接粘贴到原来的窗口</translation>
    </message>
    <message>
        <source>replies are copied; press the paste keys yourself</source>
        <translation>话术会复制好；请自己按粘贴键</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>none; quickdesk shows its own</source>
        <translation>没有；quickdesk 显示自己的提示</translation>
    </message>
    <message>
        <source>Would import {new} new and change {changed}. Already there: {same}. Refused: {refused}.</source>
        <translation>将会新建 {new} 条，修改 {changed} 条。已有 {same} 条，未导入 {refused} 条。</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed. Already there: {same}. Refused: {refused}.</source>
        <translation>已导入：新建 {new} 条，修改 {changed} 条。已有 {same} 条，未导入 {refused} 条。</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}，表格第 {row} 行</translation>
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
        <translation>另有 {count} 条说明；加 --json 列出全部</translation>
    </message>
    <message>
        <source>there is a title but no reply</source>
        <translation>有标题，没有正文</translation>
    </message>
    <message>
        <source>the row has more cells than the header</source>
        <translation>这一行的单元格比表头多</translation>
    </message>
    <message>
        <source>a quote is never closed</source>
        <translation>引号没有成对</translation>
    </message>
    <message>
        <source>the reply is cut off: its code block is never closed</source>
        <translation>话术不完整：代码围栏没有结尾</translation>
    </message>
    <message>
        <source>program code, not a reply</source>
        <translation>是程序代码，不是话术</translation>
    </message>
    <message>
        <source>a value should be text but is not</source>
        <translation>有一项内容应为文字，实际不是</translation>
    </message>
    <message>
        <source>the line is damaged, what it says is left out</source>
        <translation>这一行已损坏，其中的内容没有导入</translation>
    </message>
    <message>
        <source>the same id appears twice with different content</source>
        <translation>同一个编号出现两次，内容不同</translation>
    </message>
    <message>
        <source>the reply breaks a rule</source>
        <translation>话术不符合要求</translation>
    </message>
    <message>
        <source>the file is too large: at most {most} MB</source>
        <translation>文件太大：最多 {most} MB</translation>
    </message>
    <message>
        <source>the file holds too many replies: at most {most}</source>
        <translation>文件里的话术太多：最多 {most} 条</translation>
    </message>
    <message>
        <source>the file has too many lines, blank ones included: at most {most}</source>
        <translation>文件的行数太多：连同空行最多 {most} 行</translation>
    </message>
    <message>
        <source>the row has too many cells, empty ones included: at most {most}</source>
        <translation>这一行的单元格太多：连同空单元格最多 {most} 个</translation>
    </message>
    <message>
        <source>the JSON has too many brackets: at most {most}</source>
        <translation>JSON 里的括号太多：最多 {most} 个</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file is not text</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>a spreadsheet; save it as CSV to import it</source>
        <translation>是电子表格；请另存为 CSV 再导入</translation>
    </message>
    <message>
        <source>the encoding of the file is not known</source>
        <translation>无法识别文件的字符编码</translation>
    </message>
    <message>
        <source>quickdesk cannot read this file format</source>
        <translation>文件不是 quickdesk 能读取的格式</translation>
    </message>
    <message>
        <source>the header has no column for the replies</source>
        <translation>表头里没有正文这一列</translation>
    </message>
    <message>
        <source>nothing in the file is a reply</source>
        <translation>文件里没有话术</translation>
    </message>
    <message>
        <source>the JSON is cut off or invalid</source>
        <translation>JSON 不完整或格式不对</translation>
    </message>
    <message>
        <source>written by a newer quickdesk; update to import it</source>
        <translation>由更新版本的 quickdesk 导出；请更新后再导入</translation>
    </message>
    <message>
        <source>had no title: the first words became the title</source>
        <translation>没有标题：用开头的文字作标题</translation>
    </message>
    <message>
        <source>has braces that are not fields: kept as text</source>
        <translation>有不是填空的花括号：保留为文字</translation>
    </message>
    <message>
        <source>remark left out: too long, or with control characters</source>
        <translation>备注过长或含有控制字符：没有导入备注</translation>
    </message>
    <message>
        <source>uses one placeholder for different things: numbered</source>
        <translation>同一个变量出现两次，可能不是同一内容：已加序号区分</translation>
    </message>
    <message>
        <source>Undone: {what} ({when})</source>
        <translation>已撤销：{what}（{when}）</translation>
    </message>
    <message>
        <source>Restored ({count}): {titles}</source>
        <translation>已恢复原样（{count}）：{titles}</translation>
    </message>
    <message>
        <source>As before ({count}): {titles}</source>
        <translation>已恢复原样（{count} 条）：{titles}</translation>
    </message>
    <message>
        <source>Now in the trash ({count}): {titles}</source>
        <translation>现在在回收站（{count}）：{titles}</translation>
    </message>
    <message>
        <source>a reply was added</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>a reply was changed</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>a reply was moved to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>a reply was brought back from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>replies were imported</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>a backup was restored</source>
        <translation>恢复备份</translation>
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
        <translation>这里不能写 {names}</translation>
    </message>
    <message>
        <source>{value} is not one of: {choices}</source>
        <translation>没有 {value} 这一项，可以写：{choices}</translation>
    </message>
    <message>
        <source>{value} cannot be used</source>
        <translation>{value} 不能用在这里</translation>
    </message>
    <message>
        <source>{value} is not a whole number from 1 to {most}</source>
        <translation>{value} 不是 1 到 {most} 的整数</translation>
    </message>
    <message>
        <source>{value} is not of the form NAME=VALUE</source>
        <translation>{value} 应写成 NAME=VALUE</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>后面要写一个值</translation>
    </message>
    <message>
        <source>needs at least one value</source>
        <translation>后面至少要写一个值</translation>
    </message>
    <message>
        <source>takes only one value</source>
        <translation>后面只能写一个值</translation>
    </message>
    <message>
        <source>needs {count} values</source>
        <translation>后面要写 {count} 个值</translation>
    </message>
    <message>
        <source>cannot be used together with {names}</source>
        <translation>不能和 {names} 一起用</translation>
    </message>
    <message>
        <source>takes no value</source>
        <translation>后面不能写值</translation>
    </message>
    <message>
        <source>The hotkey is on again.</source>
        <translation>快捷键已恢复。</translation>
    </message>
    <message>
        <source>The hotkey is paused. Resume it with: pause --off</source>
        <translation>快捷键已暂停。恢复：pause --off</translation>
    </message>
    <message>
        <source>The hotkey is paused until {time}.</source>
        <translation>快捷键暂停到 {time}。</translation>
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
        <translation>{points}  标题长度</translation>
    </message>
    <message>
        <source>{points}  your habits</source>
        <translation>{points}  使用习惯</translation>
    </message>
    <message>
        <source>{points}  chosen before when you typed this</source>
        <translation>{points}  输入这些字母后选过</translation>
    </message>
    <message>
        <source>{points}  in all</source>
        <translation>{points}  合计</translation>
    </message>
    <message>
        <source>sent before in reply to: {message}</source>
        <translation>曾用来回复：{message}</translation>
    </message>
    <message>
        <source>the whole code</source>
        <translation>整个编码</translation>
    </message>
    <message>
        <source>start of the code</source>
        <translation>编码开头</translation>
    </message>
    <message>
        <source>in the code</source>
        <translation>编码中</translation>
    </message>
    <message>
        <source>the whole title</source>
        <translation>整个标题</translation>
    </message>
    <message>
        <source>start of the title</source>
        <translation>标题开头</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>标题中</translation>
    </message>
    <message>
        <source>in the tags</source>
        <translation>标签中</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>文件夹中</translation>
    </message>
    <message>
        <source>in the body</source>
        <translation>正文中</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>与输入相同</translation>
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
        <translation>补上空格或标点</translation>
    </message>
    <message>
        <source>with a field for the number</source>
        <translation>按填空代替数字</translation>
    </message>
    <message>
        <source>with a typing slip corrected</source>
        <translation>纠正输入错误</translation>
    </message>
    <message>
        <source>by some letters of the code</source>
        <translation>按编码中的部分字母</translation>
    </message>
    <message>
        <source>Not shown: {more}. Show more with --limit</source>
        <translation>还有 {more} 条未显示，可用 --limit 增加条数</translation>
    </message>
    <message>
        <source>There are no failed searches.</source>
        <translation>目前没有落空的搜索。</translation>
    </message>
    <message>
        <source>There are no failed searches. Days covered: {days}</source>
        <translation>最近 {days} 天没有落空的搜索。</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>found now</source>
        <translation>现在能找到</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>found, none chosen</source>
        <translation>有结果，未选用</translation>
    </message>
    <message>
        <source>Paste the buyer&apos;s message. End it with Enter and Ctrl+D (Windows: Enter, Ctrl+Z, Enter).</source>
        <translation>请粘贴买家的消息，最后按 Enter 和 Ctrl+D（Windows：Enter、Ctrl+Z、Enter）。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock shows {after}, and quickdesk last ran at {before}. Nothing was deleted because of that. If the date is wrong, set the clock.</source>
        <translation>电脑时钟显示 {after}，而 quickdesk 上次运行是在 {before}。没有因此删除任何内容。如果日期不对，请校准时钟。</translation>
    </message>
    <message>
        <source>only the last N days, today included (default: the last {usual} days on which a reply was used)</source>
        <translation>只看最近 N 天，包括今天（默认：最近 {usual} 个有使用的日子）</translation>
    </message>
    <message>
        <source>Earlier days not shown: {more}. Show more with --days</source>
        <translation>更早的 {more} 天未显示，可用 --days 增加天数</translation>
    </message>
    <message>
        <source>No use of a reply has been counted yet.</source>
        <translation>目前还没有统计到话术的使用。</translation>
    </message>
    <message>
        <source>No use of a reply was counted. Days covered: {days}</source>
        <translation>最近 {days} 天没有统计到话术的使用。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Different replies</source>
        <translation>不同话术</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Keys saved</source>
        <translation>省下的按键</translation>
    </message>
    <message>
        <source>show replies, uses and keys saved per day</source>
        <translation>查看每天的话术使用次数和省下的按键</translation>
    </message>
    <message>
        <source>another way to ask for it, which finds it; may be repeated</source>
        <translation>买家或同事的另一种问法，也能搜到；可以写多次</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>{hotkey} does not work: {why}</source>
        <translation>{hotkey} 不能用：{why}</translation>
    </message>
    <message>
        <source>another program uses it; quickdesk takes it as soon as it is free</source>
        <translation>已被其他程序占用；一空出来 quickdesk 就会自动启用</translation>
    </message>
    <message>
        <source>it is not on this keyboard layout</source>
        <translation>这个键盘布局上没有这组键</translation>
    </message>
    <message>
        <source>the display does not respond</source>
        <translation>图形界面没有响应</translation>
    </message>
    <message>
        <source>the connection to the display was lost; restart quickdesk</source>
        <translation>与图形界面的连接断开了，请重新启动 quickdesk</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>a fact was set</source>
        <translation>设定了一项店铺资料</translation>
    </message>
    <message>
        <source>a fact was removed</source>
        <translation>删除了一项店铺资料</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>店铺资料</translation>
    </message>
    <message>
        <source>Nothing was undone, because these facts have changed since: {names}.</source>
        <translation>没有撤销，因为这些店铺资料之后又改过：{names}。</translation>
    </message>
    <message>
        <source>The fact was not saved:{flaws}</source>
        <translation>这项店铺资料没有保存：{flaws}</translation>
    </message>
    <message>
        <source>The fact was not saved, because the day {until} is over.</source>
        <translation>这项店铺资料没有保存，因为 {until} 已经过了。</translation>
    </message>
    <message>
        <source>The fact was not saved: there are already {most} of them.</source>
        <translation>这项店铺资料没有保存：已经有 {most} 项。</translation>
    </message>
    <message>
        <source>There is no fact {name}. List all with: facts.</source>
        <translation>没有这项店铺资料：{name}。查看全部：facts。</translation>
    </message>
    <message>
        <source>Facts as before: {names}</source>
        <translation>店铺资料恢复原样：{names}</translation>
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
        <translation>设定或修改一项店铺资料</translation>
    </message>
    <message>
        <source>the name of the field that it fills</source>
        <translation>它填的空的名称</translation>
    </message>
    <message>
        <source>the text that it is filled with</source>
        <translation>填进去的内容</translation>
    </message>
    <message>
        <source>the last day on which it is valid, such as 2026-12-31</source>
        <translation>有效期的最后一天，例如 2026-12-31</translation>
    </message>
    <message>
        <source>remove a fact</source>
        <translation>删除一项店铺资料</translation>
    </message>
    <message>
        <source>the name of the fact</source>
        <translation>这项资料的名称</translation>
    </message>
    <message>
        <source>Set: {name} = {value}</source>
        <translation>已设定：{name} = {value}</translation>
    </message>
    <message>
        <source>No facts yet. Set one, for example: quickdesk facts set 快递公司 顺丰</source>
        <translation>还没有店铺资料。设定一项，例如：quickdesk facts set 快递公司 顺丰</translation>
    </message>
    <message>
        <source>replies: {uses}</source>
        <translation>话术 {uses} 条</translation>
    </message>
    <message>
        <source>expired since {until}</source>
        <translation>{until} 已过期</translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation>有效至 {until}</translation>
    </message>
    <message>
        <source>list, set and remove the shop&apos;s facts, which fill fields</source>
        <translation>查看、设定、删除店铺资料，它们会自动填空</translation>
    </message>
    <message>
        <source>lists inside too many other lists</source>
        <translation>列表嵌套太深</translation>
    </message>
    <message>
        <source>was HTML: made plain text</source>
        <translation>原为 HTML，已转成纯文字</translation>
    </message>
    <message>
        <source>one of several replies in its row</source>
        <translation>同一行有几条话术，各成一条</translation>
    </message>
    <message>
        <source>empty folder cells continue the folder above (merged cells)</source>
        <translation>分组为空的单元格沿用上面的文件夹（合并单元格）</translation>
    </message>
    <message>
        <source>columns that were not read: {detail}</source>
        <translation>没有读取的列：{detail}</translation>
    </message>
    <message>
        <source>a whole other way to ask</source>
        <translation>整句问法</translation>
    </message>
    <message>
        <source>start of another way to ask</source>
        <translation>问法开头</translation>
    </message>
    <message>
        <source>in another way to ask</source>
        <translation>问法里</translation>
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
        <translation>因为“{typed}”和“{found}”是一回事</translation>
    </message>
    <message>
        <source>because “{typed}” sounds like “{found}”</source>
        <translation>因为“{typed}”读音像“{found}”</translation>
    </message>
    <message>
        <source>because “{found}” stands for “{typed}”</source>
        <translation>因为“{typed}”对应“{found}”</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>“{term}”</translation>
    </message>
    <message>
        <source>because both mention {terms}</source>
        <translation>因为都提到{terms}</translation>
    </message>
    <message>
        <source>{points}  has fields to fill in</source>
        <translation>{points}  有填空</translation>
    </message>
    <message>
        <source>line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>too much text: at most {most} characters</source>
        <translation>文字太多：最多 {most} 个字符</translation>
    </message>
    <message>
        <source>too many lines with words: at most {most}</source>
        <translation>行数太多：最多 {most} 行</translation>
    </message>
    <message>
        <source>too many words: at most {most}</source>
        <translation>词太多：最多 {most} 个</translation>
    </message>
    <message>
        <source>a character that cannot be saved</source>
        <translation>有无法保存的字符</translation>
    </message>
    <message>
        <source>only one &gt; is possible in a line</source>
        <translation>一行只能有一个 &gt;</translation>
    </message>
    <message>
        <source>a line needs at least two words, and words on both sides of &gt;</source>
        <translation>一行至少要有两个词，&gt; 两边都要有词</translation>
    </message>
    <message>
        <source>too many words in a line: at most {most}</source>
        <translation>一行里词太多：最多 {most} 个</translation>
    </message>
    <message>
        <source>a word is longer than {most} characters: {word}</source>
        <translation>词长超过 {most} 个字符：{word}</translation>
    </message>
    <message>
        <source>this is no word: {word}</source>
        <translation>这不是词：{word}</translation>
    </message>
    <message>
        <source>a single letter or digit is in nearly every reply: {word}</source>
        <translation>单个字母或数字几乎每条话术里都有：{word}</translation>
    </message>
    <message>
        <source>a word means more than {most} others: {word}</source>
        <translation>一个词对应的词超过 {most} 个：{word}</translation>
    </message>
    <message>
        <source>the shop&apos;s words were changed</source>
        <translation>修改本店词库</translation>
    </message>
    <message>
        <source>words of the shop</source>
        <translation>本店词库</translation>
    </message>
    <message>
        <source>There are no words. Write words that mean the same in one line.</source>
        <translation>没有词。请把意思相同的词写在一行。</translation>
    </message>
    <message>
        <source>There is no line with these words. List all with: lexicon.</source>
        <translation>没有含这些词的一行。查看全部：lexicon。</translation>
    </message>
    <message>
        <source>These words are there already.</source>
        <translation>这些词已经有了。</translation>
    </message>
    <message>
        <source>The words were not saved:{word_flaws}</source>
        <translation>词没有保存：{word_flaws}</translation>
    </message>
    <message>
        <source>The words were not saved: the file is not text.</source>
        <translation>词没有保存：文件不是文本。</translation>
    </message>
    <message>
        <source>a word; with &quot;&gt;&quot; between words (in quotes) those before it also find those after it</source>
        <translation>一个词；词之间写 &gt;（要加引号）时，前面的词也能找到后面的词</translation>
    </message>
    <message>
        <source>add words that mean the same</source>
        <translation>添加意思相同的词</translation>
    </message>
    <message>
        <source>remove the line with these words</source>
        <translation>删除有这些词的一行</translation>
    </message>
    <message>
        <source>add the lines of a text file</source>
        <translation>添加文本文件里的各行</translation>
    </message>
    <message>
        <source>a text file, one group per line</source>
        <translation>文本文件，每行一组</translation>
    </message>
    <message>
        <source>Lines added: {added}. Lines of your own now: {count}.</source>
        <translation>已添加 {added} 行。本店词库现有 {count} 行。</translation>
    </message>
    <message>
        <source>No words of your own yet. Add some: quickdesk lexicon add 鞋 鞋子 球鞋</source>
        <translation>本店词库还是空的。添加示例：quickdesk lexicon add 鞋 鞋子 球鞋</translation>
    </message>
    <message>
        <source>list and change the shop&apos;s own words that mean the same</source>
        <translation>查看和修改本店意思相同的词</translation>
    </message>
    <message>
        <source>quickdesk is still running: words of the shop are not saved. Save or discard them, then quit.</source>
        <translation>quickdesk 还在运行：本店词库没有保存。请先保存或放弃，再退出。</translation>
    </message>
    <message>
        <source>another program gets all keys now, the hotkey too: an open menu, for example</source>
        <translation>按键现在都给了另一个程序（例如打开着的菜单），快捷键也收不到</translation>
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
        <translation>变成填空的占位符：{placeholders}</translation>
    </message>
    <message>
        <source>Kept as text: {placeholders}</source>
        <translation>保留为文字：{placeholders}</translation>
    </message>
    <message>
        <source>the JSON has no replies</source>
        <translation>JSON 里没有话术</translation>
    </message>
    <message>
        <source>the text has characters that cannot be read: it is damaged, or in another encoding</source>
        <translation>有无法读取的字符：文字已损坏，或是另一种编码</translation>
    </message>
    <message>
        <source>forget what was learnt: habits, answered messages, values of fields</source>
        <translation>清除学到的内容：使用习惯、回过的消息、填过的值</translation>
    </message>
    <message>
        <source>Forgotten: {count} entries</source>
        <translation>已清除：{count} 条记录</translation>
    </message>
    <message>
        <source>The nearest, though none of them fits:</source>
        <translation>最接近的几条（都不符合）：</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk restore {id}</source>
        <translation>已移到回收站：{title}。恢复：quickdesk undo 或 quickdesk restore {id}</translation>
    </message>
    <message>
        <source>a way to ask was remembered</source>
        <translation>记住了问法</translation>
    </message>
    <message>
        <source>Restored: {new} brought back, {changed} changed, {removed} moved to the trash. Undo with: quickdesk undo</source>
        <translation>已恢复：找回 {new} 条，改动 {changed} 条，移到回收站 {removed} 条。撤销命令：quickdesk undo</translation>
    </message>
    <message>
        <source>Undo with: quickdesk undo</source>
        <translation>撤销：quickdesk undo</translation>
    </message>
    <message>
        <source>Removed: {name} = {value}. Bring it back with: quickdesk undo</source>
        <translation>已删除：{name} = {value}。恢复：quickdesk undo</translation>
    </message>
    <message>
        <source>Removed: {removed}. Bring it back with: quickdesk undo</source>
        <translation>已删除：{removed}。要恢复，请用：quickdesk undo</translation>
    </message>
    <message>
        <source>Customers as before: {count}</source>
        <translation>客户恢复原样：{count}</translation>
    </message>
    <message>
        <source>Nothing was undone, because something about customers has changed since ({count}).</source>
        <translation>没有撤销，因为有客户的内容之后又改过（{count} 位）。</translation>
    </message>
    <message>
        <source>a customer was added</source>
        <translation>新建了一位客户</translation>
    </message>
    <message>
        <source>a customer was changed</source>
        <translation>修改了一位客户</translation>
    </message>
    <message>
        <source>a customer was moved to the trash</source>
        <translation>把一位客户移到了回收站</translation>
    </message>
    <message>
        <source>a customer was brought back from the trash</source>
        <translation>从回收站恢复了一位客户</translation>
    </message>
    <message>
        <source>customers were merged</source>
        <translation>合并了客户</translation>
    </message>
    <message>
        <source>customers were imported</source>
        <translation>导入了客户</translation>
    </message>
    <message>
        <source>a note was added</source>
        <translation>加了一条备注</translation>
    </message>
    <message>
        <source>a note was changed</source>
        <translation>修改了一条备注</translation>
    </message>
    <message>
        <source>a note was removed</source>
        <translation>删除了一条备注</translation>
    </message>
    <message>
        <source>an order was changed</source>
        <translation>修改了一个订单</translation>
    </message>
    <message>
        <source>a case was opened</source>
        <translation>新建了一个问题单</translation>
    </message>
    <message>
        <source>a case was changed</source>
        <translation>修改了一个问题单</translation>
    </message>
    <message>
        <source>a case was removed</source>
        <translation>删除了一个问题单</translation>
    </message>
    <message>
        <source>a customer&apos;s satisfaction was noted</source>
        <translation>记录了客户满意度</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Nothing was changed.</source>
        <translation>密码不对。没有任何改动。</translation>
    </message>
    <message>
        <source>the header has no column for nicknames, names, phones or order numbers</source>
        <translation>表头里没有昵称、姓名、电话或订单号列</translation>
    </message>
    <message>
        <source>its key cannot be read now; the file was not touched</source>
        <translation>现在无法读取它的密钥；文件没有动过</translation>
    </message>
    <message>
        <source>{path} was damaged. What could still be read is in use; the damaged file was kept as {set_aside}.</source>
        <translation>{path} 已损坏。还能读取的内容正在使用；损坏的文件保存为 {set_aside}。</translation>
    </message>
    <message>
        <source>it is locked, not damaged: type the passphrase to verify it</source>
        <translation>已锁定，并未损坏：输入密码后即可校验</translation>
    </message>
    <message>
        <source>its key is not on this computer; the file was not touched</source>
        <translation>它的密钥不在这台电脑上；文件没有动过</translation>
    </message>
    <message>
        <source>Left as they are, because their key is not there now: {kinds}</source>
        <translation>保持原样，因为现在没有它们的密钥：{kinds}</translation>
    </message>
    <message>
        <source>the passphrase of the customers (default: QUICKDESK_PASSPHRASE)</source>
        <translation>客户资料的密码所在文件（默认用 QUICKDESK_PASSPHRASE）</translation>
    </message>
    <message>
        <source>with a backup of another computer: the file with its recovery key or passphrase</source>
        <translation>另一台电脑的备份：它的恢复密钥或密码所在文件</translation>
    </message>
    <message>
        <source>with a backup: leave out what its key is missing for</source>
        <translation>从备份恢复时，略过没有密钥的内容</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs eight characters. Nothing was changed.</source>
        <translation>密码太短，至少八个字符。没有任何改动。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was changed.</source>
        <translation>两次输入的密码不同。没有任何改动。</translation>
    </message>
    <message>
        <source>The customers have no passphrase. Set one with: data protect.</source>
        <translation>客户资料没有设密码。设置：data protect</translation>
    </message>
    <message>
        <source>This is not a recovery key: a letter is wrong or missing. Nothing was changed.</source>
        <translation>这不是恢复密钥：有字符错了或漏了。没有任何改动。</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a newer one replaced it. Nothing was changed.</source>
        <translation>这个恢复密钥属于别的数据，或已被新的取代。没有任何改动。</translation>
    </message>
    <message>
        <source>There is nothing that is encrypted.</source>
        <translation>没有加密的内容。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户资料</translation>
    </message>
    <message>
        <source>encrypt customers with a passphrase</source>
        <translation>用密码加密客户资料</translation>
    </message>
    <message>
        <source>the new passphrase: the first line of this file</source>
        <translation>新密码：该文件的第一行</translation>
    </message>
    <message>
        <source>encrypt without a passphrase</source>
        <translation>不用密码加密</translation>
    </message>
    <message>
        <source>open the customers of the running program with the passphrase</source>
        <translation>用密码打开运行中的程序里的客户资料</translation>
    </message>
    <message>
        <source>lock the customers until the passphrase is given</source>
        <translation>锁定客户资料，直到输入密码</translation>
    </message>
    <message>
        <source>make a new recovery key, or open the customers with one</source>
        <translation>生成新的恢复密钥，或用它打开客户资料</translation>
    </message>
    <message>
        <source>the file with the recovery key (-: standard input)</source>
        <translation>恢复密钥所在文件（-：标准输入）</translation>
    </message>
    <message>
        <source>with --use: open this backup of another computer, to restore it then</source>
        <translation>与 --use 一起：打开另一台电脑的这个备份，之后即可恢复它</translation>
    </message>
    <message>
        <source>encrypt all customers with a new key</source>
        <translation>用新密钥重新加密全部客户资料</translation>
    </message>
    <message>
        <source>Recovery key: </source>
        <translation>恢复密钥：</translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>新密码：</translation>
    </message>
    <message>
        <source>Again: </source>
        <translation>再输入一次：</translation>
    </message>
    <message>
        <source>show and change how customers are encrypted</source>
        <translation>查看、更改客户资料的加密方式</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>This is the recovery key. Print it or write it down, and keep it away from this computer: it opens the customers if their key or passphrase is lost, and backups on another computer. It is not shown again, and an earlier one is not valid any more.</source>
        <translation>这是恢复密钥。请打印或抄下来，不要和这台电脑放在一起：密钥或密码丢失时，它能打开客户资料，也能在另一台电脑上打开备份。它不会再次显示，以前的恢复密钥已失效。</translation>
    </message>
    <message>
        <source>the files about the encryption of customers are damaged. See: check</source>
        <translation>客户资料加密方式的文件已损坏。详情：check</translation>
    </message>
    <message>
        <source>no customers yet; they will be encrypted from the first card on</source>
        <translation>还没有客户资料；从第一张卡片起就会加密</translation>
    </message>
    <message>
        <source>customers are encrypted, the key is in the keyring of the system: this protects files, backups and a lost disk, not from others at your account. Better: data protect</source>
        <translation>客户资料已加密，密钥在系统密钥环里：文件、备份和丢失的硬盘不会泄露，但防不住使用你账户的人。更安全：data protect</translation>
    </message>
    <message>
        <source>customers are encrypted, the key is in a file beside them, because no keyring answered: this protects backups, not a copy of the whole folder. Better: data protect</source>
        <translation>客户资料已加密，密钥在旁边的文件里，因为没有可用的系统密钥环：备份不会泄露，但防不住整个文件夹被复制。更安全：data protect</translation>
    </message>
    <message>
        <source>customers are encrypted with a passphrase: this protects everything while they are locked, not from other programs of yours while they are open</source>
        <translation>客户资料已用密码加密：锁定时谁也打不开，打开时防不住你运行的其他程序</translation>
    </message>
    <message>
        <source>locked. Unlock with: data unlock</source>
        <translation>已锁定。解锁：data unlock</translation>
    </message>
    <message>
        <source>no recovery key: without it, customers and backups are lost with the key or the passphrase. Make one: data recovery-key</source>
        <translation>没有恢复密钥：密钥或密码一旦丢失，客户资料和备份就打不开了。生成：data recovery-key</translation>
    </message>
    <message>
        <source>No customer has the id or nickname {id}.</source>
        <translation>没有编号或昵称是“{id}”的客户。</translation>
    </message>
    <message>
        <source>Name one customer, or give --all.</source>
        <translation>请写一位客户，或加 --all。</translation>
    </message>
    <message>
        <source>Nothing was erased. This would erase {label} with {notes} notes and {cases} cases from every file, for good. Add --yes to do it.</source>
        <translation>没有删除任何内容。加 --yes 会从每个文件里彻底删除“{label}”，包括 {notes} 条备注和 {cases} 张问题单，无法撤销。</translation>
    </message>
    <message>
        <source>Nothing was erased. Add --yes to erase {customers} customers with {notes} notes, and of others {cases} cases and {events} events, for good.</source>
        <translation>没有删除任何内容。加 --yes 会彻底删除 {customers} 位客户和他们的 {notes} 条备注，以及其他客户的 {cases} 张问题单和 {events} 个事件，无法撤销。</translation>
    </message>
    <message>
        <source>Nothing was erased, because the clock of this computer has just jumped.</source>
        <translation>没有删除任何内容，因为这台电脑的时钟刚刚跳变。</translation>
    </message>
    <message>
        <source>a CSV or TSV table with a header row</source>
        <translation>带表头的 CSV 或 TSV 表格</translation>
    </message>
    <message>
        <source>Would import {new} new customers and change {changed}. Already there: {same}. Refused: {refused}.</source>
        <translation>将导入 {new} 位新客户，修改 {changed} 位。已有：{same}。不导入：{refused}。</translation>
    </message>
    <message>
        <source>Imported: {new} new customers, {changed} changed. Already there: {same}. Refused: {refused}.</source>
        <translation>已导入 {new} 位新客户，修改 {changed} 位。已有：{same}。没导入：{refused}。</translation>
    </message>
    <message>
        <source>Rows that continue the customer above (merged cells): {continued}</source>
        <translation>接着上面那位客户的行（合并单元格）：{continued}</translation>
    </message>
    <message>
        <source>the id or a nickname of one customer</source>
        <translation>一位客户的编号或昵称</translation>
    </message>
    <message>
        <source>where to write; one customer as text, or as JSON if it ends in .json; - is the output</source>
        <translation>写到哪里；一位客户写成文本，文件名以 .json 结尾就写成 JSON；- 是标准输出</translation>
    </message>
    <message>
        <source>Exported {count} customers to {path}</source>
        <translation>已导出 {count} 位客户到 {path}</translation>
    </message>
    <message>
        <source>This file is not encrypted: whoever has it can read it. Delete it when it is not needed.</source>
        <translation>这个文件没有加密，拿到它的人都能读。用完请删除。</translation>
    </message>
    <message>
        <source>import customers from a table</source>
        <translation>从表格导入客户</translation>
    </message>
    <message>
        <source>export one customer, or all</source>
        <translation>导出一位客户，或全部客户</translation>
    </message>
    <message>
        <source>the id or a nickname of a customer, also in the trash</source>
        <translation>客户的编号或昵称，回收站里的也行</translation>
    </message>
    <message>
        <source>erase for good; this cannot be undone</source>
        <translation>彻底删除，无法撤销</translation>
    </message>
    <message>
        <source>Erased {label}: {notes} notes, {cases} cases, {events} events.</source>
        <translation>已彻底删除“{label}”：{notes} 条备注、{cases} 张问题单、{events} 个事件。</translation>
    </message>
    <message>
        <source>Backups written again without it: {backups}</source>
        <translation>去掉这位客户后重写的备份：{backups}</translation>
    </message>
    <message>
        <source>Damaged or set aside files deleted: {files}</source>
        <translation>删掉的损坏或另存的文件：{files}</translation>
    </message>
    <message>
        <source>Backups and exports outside the data folder still have it.</source>
        <translation>数据文件夹以外的备份和导出文件里还有。</translation>
    </message>
    <message>
        <source>erase what has been kept long enough</source>
        <translation>彻底删除到期的内容</translation>
    </message>
    <message>
        <source>with --apply: erase for good, without asking</source>
        <translation>和 --apply 一起用：不再询问，直接彻底删除</translation>
    </message>
    <message>
        <source>Nothing has been kept longer than the settings say.</source>
        <translation>没有超过设置期限的内容。</translation>
    </message>
    <message>
        <source>Erased: {customers} customers with {notes} notes; of others {cases} cases, {events} events.</source>
        <translation>已彻底删除：{customers} 位客户和他们的 {notes} 条备注；其他客户的 {cases} 张问题单、{events} 个事件。</translation>
    </message>
    <message>
        <source>Would erase {customers} customers with {notes} notes; of others {cases} cases, {events} events.</source>
        <translation>将彻底删除 {customers} 位客户和他们的 {notes} 条备注；其他客户的 {cases} 张问题单、{events} 个事件。</translation>
    </message>
    <message>
        <source>To erase them: quickdesk customer retention --apply --yes</source>
        <translation>要删除：quickdesk customer retention --apply --yes</translation>
    </message>
    <message>
        <source>erase a customer from every file, for good</source>
        <translation>从每个文件里彻底删除一位客户</translation>
    </message>
    <message>
        <source>show or erase what has been kept long enough</source>
        <translation>列出或彻底删除到期的内容</translation>
    </message>
    <message>
        <source>no nickname, name, phone or order number</source>
        <translation>没有昵称、姓名、电话或订单号</translation>
    </message>
    <message>
        <source>a spreadsheet cut this number off: {detail}</source>
        <translation>号码被表格软件截断了：{detail}</translation>
    </message>
    <message>
        <source>the number of texts in column {detail} does not match the nicknames or orders</source>
        <translation>“{detail}”列的个数和昵称或订单对不上</translation>
    </message>
    <message>
        <source>no date: {detail}</source>
        <translation>不是日期：{detail}</translation>
    </message>
    <message>
        <source>may be more than one of the customers</source>
        <translation>可能是好几位客户</translation>
    </message>
    <message>
        <source>order {detail} belongs to another customer on this platform</source>
        <translation>订单 {detail} 属于这个平台上的另一位客户</translation>
    </message>
    <message>
        <source>{detail} is too long or has characters that cannot be stored</source>
        <translation>{detail}：太长，或有无法保存的字符</translation>
    </message>
    <message>
        <source>{nick} ({platform})</source>
        <translation>{nick}（{platform}）</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
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
        <translation>标签</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>勿联系</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>the id of the customer, how it begins, or a nickname</source>
        <translation>客户的编号、编号开头或昵称</translation>
    </message>
    <message>
        <source>show phones, addresses and order numbers in full</source>
        <translation>完整显示电话、地址和订单号</translation>
    </message>
    <message>
        <source>a nickname, pinyin, tag, word of a note, or the end of a number</source>
        <translation>昵称、拼音、标签、备注里的词，或号码的末几位</translation>
    </message>
    <message>
        <source>how many customers at most</source>
        <translation>最多几位客户</translation>
    </message>
    <message>
        <source>a nickname; may be repeated</source>
        <translation>昵称；可以重复使用</translation>
    </message>
    <message>
        <source>the platform of the nickname</source>
        <translation>昵称所在的平台</translation>
    </message>
    <message>
        <source>the real name</source>
        <translation>真实姓名</translation>
    </message>
    <message>
        <source>a remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>a phone number; may be repeated</source>
        <translation>电话；可以重复使用</translation>
    </message>
    <message>
        <source>an address; may be repeated</source>
        <translation>地址；可以重复使用</translation>
    </message>
    <message>
        <source>such as 02-29, 2月29日 or 1990-02-28</source>
        <translation>例如 02-29 或 1990-02-28</translation>
    </message>
    <message>
        <source>how the customer is spoken to</source>
        <translation>对这位客户的语气</translation>
    </message>
    <message>
        <source>the customer&apos;s language</source>
        <translation>客户的语言</translation>
    </message>
    <message>
        <source>a field of your own, such as 尺码=M; empty removes it; may be repeated</source>
        <translation>自定义字段，例如 尺码=M；内容为空则删除；可以重复使用</translation>
    </message>
    <message>
        <source>do not contact this customer, and why</source>
        <translation>不要联系这位客户，以及原因</translation>
    </message>
    <message>
        <source>this customer may be contacted again</source>
        <translation>可以重新联系这位客户</translation>
    </message>
    <message>
        <source>no customer</source>
        <translation>不选客户</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>还没有客户。</translation>
    </message>
    <message>
        <source>Added customer {id}: {title}</source>
        <translation>已新建客户 {id}：{title}</translation>
    </message>
    <message>
        <source>Changed customer {id}: {title}</source>
        <translation>已修改客户 {id}：{title}</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk customer restore {id}</source>
        <translation>已移到回收站：{title}。恢复：quickdesk undo 或 quickdesk customer restore {id}</translation>
    </message>
    <message>
        <source>Restored customer {id}: {title}</source>
        <translation>已恢复客户 {id}：{title}</translation>
    </message>
    <message>
        <source>There is no current customer now.</source>
        <translation>现在没有当前客户。</translation>
    </message>
    <message>
        <source>The current customer is {id}.</source>
        <translation>当前客户是 {id}。</translation>
    </message>
    <message>
        <source>list all customers</source>
        <translation>列出所有客户</translation>
    </message>
    <message>
        <source>find customers</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>show a customer with its notes</source>
        <translation>查看一位客户和备注</translation>
    </message>
    <message>
        <source>add a customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>move a customer to the trash</source>
        <translation>把客户移到回收站</translation>
    </message>
    <message>
        <source>restore a customer from the trash</source>
        <translation>从回收站恢复客户</translation>
    </message>
    <message>
        <source>choose the current customer of the running program</source>
        <translation>选择正在运行的程序的当前客户</translation>
    </message>
    <message>
        <source>nicknames</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>items of an order</source>
        <translation>订单商品</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>state of order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>tracking number of order</source>
        <translation>订单快递单号</translation>
    </message>
    <message>
        <source>carrier of order</source>
        <translation>订单快递公司</translation>
    </message>
    <message>
        <source>no day such as 02-29 or 1990-02-28</source>
        <translation>不是 02-29 或 1990-02-28 这样的日期</translation>
    </message>
    <message>
        <source>{count} customers have the nickname or id {id}:{matches}
Use the id of the one you mean.</source>
        <translation>有 {count} 位客户的昵称或编号是 {id}：{matches}
请用其中一位的编号。</translation>
    </message>
    <message>
        <source>No customer found for: {query}</source>
        <translation>没有找到客户：{query}</translation>
    </message>
    <message>
        <source>The customer was not saved:{flaws}</source>
        <translation>客户没有保存：{flaws}</translation>
    </message>
    <message>
        <source>The note was not saved:{flaws}</source>
        <translation>备注没有保存：{flaws}</translation>
    </message>
    <message>
        <source>Say what to change, for example with --tag. Nothing was changed.</source>
        <translation>请说明要改什么，例如 --tag。什么都没有改。</translation>
    </message>
    <message>
        <source>An order has no {name}. It has: {names}.</source>
        <translation>订单没有这一项：{name}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>This is the same customer. Nothing was changed.</source>
        <translation>这是同一位客户。什么都没有改。</translation>
    </message>
    <message>
        <source>cards of customers: add, find and change them</source>
        <translation>客户档案：新建、查找和修改</translation>
    </message>
    <message>
        <source>the note; - reads it from standard input</source>
        <translation>备注内容；- 表示从标准输入读取</translation>
    </message>
    <message>
        <source>show it above all others</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Noted for {label} ({customer}).</source>
        <translation>已记下，客户：{label}（{customer}）。</translation>
    </message>
    <message>
        <source>the number of the order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>platform, state, items (with ;), tracking or carrier; may be repeated</source>
        <translation>平台、状态、商品（用 ; 分开）、快递单号或快递公司；可以重复使用</translation>
    </message>
    <message>
        <source>the card that is merged into it and then is in the trash</source>
        <translation>并入的那张档案，之后在回收站里</translation>
    </message>
    <message>
        <source>Would merge {removed} into {id}: {title}</source>
        <translation>将把 {removed} 并入 {id}：{title}</translation>
    </message>
    <message>
        <source>Merged {removed} into {id}: {title}</source>
        <translation>已把 {removed} 并入 {id}：{title}</translation>
    </message>
    <message>
        <source>Notes moved: {notes}. Cases: {cases}. Events: {events}.</source>
        <translation>移过来的备注：{notes}。问题单：{cases}。事件：{events}。</translation>
    </message>
    <message>
        <source>  {field}: {kept} stays, {dropped} does not</source>
        <translation>  {field}：保留“{kept}”，不保留“{dropped}”</translation>
    </message>
    <message>
        <source>add a note to a customer</source>
        <translation>给客户加备注</translation>
    </message>
    <message>
        <source>add an order to a customer, or change it</source>
        <translation>给客户加订单，或修改订单</translation>
    </message>
    <message>
        <source>merge two cards of one buyer</source>
        <translation>合并同一买家的两张档案</translation>
    </message>
    <message>
        <source>fill fields from the card of this customer</source>
        <translation>用这位客户的客户卡填字段</translation>
    </message>
    <message>
        <source>The customers in {path} are locked, or their key is not here. Nothing was changed. Unlock them, or open them with the recovery key of the computer they are from: restore {path} --recovery-key-file FILE. Or leave them out: --partly.</source>
        <translation>{path} 里的客户资料已锁定，或其密钥不在这里。没有任何改动。请先解锁，或用原来那台电脑的恢复密钥打开：restore {path} --recovery-key-file FILE。或略过：--partly</translation>
    </message>
    <message>
        <source>No recovery key was ever made for this data. Nothing was changed. One can be made while the customers open: data recovery-key.</source>
        <translation>从未为这些数据生成过恢复密钥。没有任何改动。客户资料能打开时可以生成：data recovery-key</translation>
    </message>
    <message>
        <source>The key of the customers is not on this computer. Nothing was changed. If a recovery key was made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key file back; then make one: data recovery-key.</source>
        <translation>这台电脑上没有客户资料的密钥。没有任何改动。如果生成过恢复密钥，可用它打开：data recovery-key --use FILE。没有的话，请先找回密钥环或密钥文件，再生成：data recovery-key</translation>
    </message>
    <message>
        <source>Another key is in the place of that of the customers. Nothing was changed. If a recovery key was made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key file back; then make one: data recovery-key.</source>
        <translation>客户资料的密钥已被换成另一个。没有任何改动。如果生成过恢复密钥，可用它打开：data recovery-key --use FILE。没有的话，请先找回密钥环或密钥文件，再生成：data recovery-key</translation>
    </message>
    <message>
        <source>The keyring of the system, which has the key of the customers, is not there. Nothing was changed. Start it, or use a recovery key: data recovery-key --use FILE. If none was made, make one when they open again: data recovery-key.</source>
        <translation>客户资料的密钥在系统密钥环中，而密钥环不在。没有任何改动。请启动密钥环，或使用恢复密钥：data recovery-key --use FILE。没有的话，能打开后请生成：data recovery-key</translation>
    </message>
    <message>
        <source>The keyring of the system refuses the key of the customers. Nothing was changed. Unlock the keyring and try again, or use a recovery key: data recovery-key --use FILE. If none was made, make one when they open again: data recovery-key.</source>
        <translation>系统密钥环拒绝给出客户资料的密钥。没有任何改动。请解锁密钥环后重试，或使用恢复密钥：data recovery-key --use FILE。没有的话，能打开后请生成：data recovery-key</translation>
    </message>
    <message>
        <source>The customers have a passphrase: it must be given to change or remove it. Nothing was changed. In a file: --old-passphrase-file FILE.</source>
        <translation>客户资料已有密码：要给出现在的密码才能更改或取消。没有任何改动。可放在文件里：--old-passphrase-file FILE</translation>
    </message>
    <message>
        <source>There is no terminal to type it. Give it in a file: --passphrase-file FILE, --use FILE, --old-passphrase-file FILE.</source>
        <translation>没有可以输入的终端。请放在文件里：--passphrase-file FILE，--use FILE，--old-passphrase-file FILE</translation>
    </message>
    <message>
        <source>the passphrase until now: the first line of this file (default: QUICKDESK_PASSPHRASE)</source>
        <translation>现在的密码：该文件的第一行（默认用 QUICKDESK_PASSPHRASE）</translation>
    </message>
    <message>
        <source>Passphrase until now: </source>
        <translation>现在的密码：</translation>
    </message>
    <message>
        <source>all customers: a CSV table of their cards and notes, or all of it, with cases and timeline, if FILE ends in .json</source>
        <translation>全部客户：客户卡和备注写成 CSV 表格；FILE 以 .json 结尾时写全部内容，包括问题单和时间线</translation>
    </message>
    <message>
        <source>write phones, addresses and order numbers in full, which a table always has</source>
        <translation>完整写出手机号、地址和订单号（表格总是完整的）</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>待客户</translation>
    </message>
    <message>
        <source>Waiting for warehouse</source>
        <translation>待仓库</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Reply pasted</source>
        <translation>已粘贴话术</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Order remark copied</source>
        <translation>已复制订单备注</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满</translation>
    </message>
    <message>
        <source>change a customer; the tags, phones … that are given replace all present ones</source>
        <translation>修改客户；给出的标签、电话等会替换原有的全部</translation>
    </message>
    <message>
        <source>delete the backups in the data folder that the key before opens; else they stay as they are</source>
        <translation>删除数据文件夹里仍可用旧密钥打开的备份；不加则保持原样</translation>
    </message>
    <message>
        <source>Backups of the key before deleted: {deleted_backups}</source>
        <translation>已删除旧密钥的备份：{deleted_backups} 份</translation>
    </message>
    <message>
        <source>Backups in the data folder that still open with the key before, which is kept for them: {old_backups}. To change the key and delete them: data rekey --delete-old-backups</source>
        <translation>数据文件夹里仍可用旧密钥打开的备份：{old_backups} 份，旧密钥为此保留。要换密钥并删除它们：data rekey --delete-old-backups</translation>
    </message>
    <message>
        <source>Backups elsewhere still open with the key before: delete them yourself.</source>
        <translation>别处的备份仍可用旧密钥打开：请自行删除。</translation>
    </message>
    <message>
        <source>the key is still in the keyring of the system too, which did not delete it: this is tried again at each unlock. Once the keyring answers: data unlock</source>
        <translation>密钥还留在系统密钥环里，因为密钥环没有删除它；每次解锁时会再试。密钥环恢复响应后：data unlock</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Reply not sent</source>
        <translation>话术没有发送</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>Moved to the trash: {title}</source>
        <translation>已移到回收站：{title}</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed</source>
        <translation>已导入：新建 {new} 条，修改 {changed} 条</translation>
    </message>
    <message>
        <source>Backup restored: {new} brought back, {changed} changed, {removed} moved to the trash</source>
        <translation>已恢复备份：找回 {new} 条，修改 {changed} 条，移到回收站 {removed} 条</translation>
    </message>
    <message>
        <source>It shows {after}, and quickdesk last ran at {before}. Nothing was deleted because of that. If the date is wrong, set the clock.</source>
        <translation>现在显示 {after}，而 quickdesk 上次运行是在 {before}。没有因此删除任何内容。如果日期不对，请校准时钟。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock has moved by several days</source>
        <translation>电脑时钟与上次运行时相差多天</translation>
    </message>
    <message>
        <source>new reply</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>changed reply</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>reply moved to the trash</source>
        <translation>将话术移到回收站</translation>
    </message>
    <message>
        <source>reply brought back</source>
        <translation>从回收站恢复话术</translation>
    </message>
    <message>
        <source>import (replies: {count})</source>
        <translation>导入 {count} 条话术</translation>
    </message>
    <message>
        <source>restored backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
    <message>
        <source>As before ({count}): {titles}</source>
        <translation>已恢复原样（{count} 条）：{titles}</translation>
    </message>
    <message>
        <source>Now in the trash ({count}): {titles}</source>
        <translation>现在回收站里（{count} 条）：{titles}</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>没有可以撤销的操作</translation>
    </message>
    <message>
        <source>These replies have changed since: {titles}</source>
        <translation>这些话术之后又改过：{titles}</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>没有撤销</translation>
    </message>
    <message>
        <source>quickdesk is still running</source>
        <translation>quickdesk 仍在运行</translation>
    </message>
    <message>
        <source>A reply is being filled in. Paste it or close the form, then quit.</source>
        <translation>有一条话术正在填写。请先粘贴它或关闭表单，再退出。</translation>
    </message>
    <message>
        <source>The data folder is gone. Save a copy of your data first, or quit again to leave it.</source>
        <translation>数据文件夹不见了。请先另存一份数据；再退出一次则不另存，直接退出。</translation>
    </message>
    <message>
        <source>quickdesk is in the tray</source>
        <translation>quickdesk 在托盘里</translation>
    </message>
    <message>
        <source>quickdesk is running</source>
        <translation>quickdesk 正在运行</translation>
    </message>
    <message>
        <source>Set the shop facts first (Ctrl+K in the palette): most replies then ask nothing</source>
        <translation>先填好“店铺资料”（面板里按 Ctrl+K），之后多数话术不用再填表单</translation>
    </message>
    <message>
        <source>{headline}: {text}</source>
        <translation>{headline}：{text}</translation>
    </message>
    <message>
        <source>Reply not saved</source>
        <translation>话术没有保存</translation>
    </message>
    <message>
        <source>Something in quickdesk went wrong</source>
        <translation>quickdesk 出了问题</translation>
    </message>
    <message>
        <source>Your replies are safe. Details are in quickdesk.log.</source>
        <translation>话术都还在。详情见 quickdesk.log。</translation>
    </message>
    <message>
        <source>Reply not copied: the clipboard is not available</source>
        <translation>没有复制话术：剪贴板暂时不能用</translation>
    </message>
    <message>
        <source>Open the palette and choose the reply again. On Wayland, install wl-clipboard first.</source>
        <translation>请打开面板再选一次。Wayland 上请先安装 wl-clipboard。</translation>
    </message>
    <message>
        <source>The clipboard holds what you copied in the meantime. Open the palette and choose the reply again.</source>
        <translation>剪贴板里是你刚才复制的内容。请打开面板，再选一次话术。</translation>
    </message>
    <message>
        <source>Check the chat box: the chat window stopped responding while pasting</source>
        <translation>请检查聊天框：粘贴时聊天窗口没有响应</translation>
    </message>
    <message>
        <source>All, part, or none of the reply may be there. It is still on the clipboard: clear the chat box and press {keys}.</source>
        <translation>话术可能已全部、部分或没有粘贴进去。它还在剪贴板里：清空聊天框，再按 {keys}。</translation>
    </message>
    <message>
        <source>Part of it was too large or took too long. Copy it again if you need it.</source>
        <translation>有一部分内容太大或太慢。需要的话请重新复制。</translation>
    </message>
    <message>
        <source>The program it came from did not answer. Copy it again if you need it.</source>
        <translation>原来的程序没有响应。需要的话请重新复制。</translation>
    </message>
    <message>
        <source>Reply pasted, but your clipboard was not fully restored</source>
        <translation>话术已粘贴，但剪贴板没有完全恢复</translation>
    </message>
    <message>
        <source>Nothing was lost. The damaged file was kept as {path}.</source>
        <translation>没有丢失任何内容。损坏的文件保留为 {path}。</translation>
    </message>
    <message>
        <source>The previous version is in use. The damaged file was kept as {path}.</source>
        <translation>现在使用上一个版本。损坏的文件保留在 {path}。</translation>
    </message>
    <message>
        <source>No earlier version was found. The damaged file was kept as {path}.</source>
        <translation>没有找到更早的版本。损坏的文件保留在 {path}。</translation>
    </message>
    <message>
        <source>A data file was damaged</source>
        <translation>有一个数据文件已损坏</translation>
    </message>
    <message>
        <source>Data files were set aside before</source>
        <translation>此前有数据文件被另外保存</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. The damaged part was kept as {path}.</source>
        <translation>丢失的修改（{kind}）：{changes}。损坏的部分保留为 {path}。</translation>
    </message>
    <message>
        <source>Changes lost ({kind}): {changes}. They were in {path}.</source>
        <translation>丢失的修改（{kind}）：{changes}。原来在 {path} 中。</translation>
    </message>
    <message>
        <source>some</source>
        <translation>若干</translation>
    </message>
    <message>
        <source>Some changes could not be read</source>
        <translation>有些修改读不出来</translation>
    </message>
    <message>
        <source>A file ({kind}) is from another computer or from another time. It is not used, and kept as {path}.</source>
        <translation>有一个文件（{kind}）来自另一台电脑，或是其他时间保存的。没有使用它，已另外保存为 {path}。</translation>
    </message>
    <message>
        <source>A file did not belong to your data</source>
        <translation>有一个文件不属于你的数据</translation>
    </message>
    <message>
        <source>Copies that are not used ({kind}): {paths}. A sync program made them, or another computer did.</source>
        <translation>没有使用的副本（{kind}）：{paths}。它们由同步软件生成，或来自另一台电脑。</translation>
    </message>
    <message>
        <source>There are copies of your data</source>
        <translation>数据文件夹里有数据的副本</translation>
    </message>
    <message>
        <source>The disk is full. You can still use your replies. To change them, free up space for {path} and restart quickdesk.</source>
        <translation>磁盘已满。话术可以照常使用。要修改它们，请为 {path} 腾出空间，再重新启动 quickdesk。</translation>
    </message>
    <message>
        <source>{path}
Bring it back with: quickdesk restore FILE</source>
        <translation>{path}
恢复命令：quickdesk restore FILE</translation>
    </message>
    <message>
        <source>Copy saved</source>
        <translation>已另存一份</translation>
    </message>
    <message>
        <source>Customers are locked</source>
        <translation>客户资料已锁定</translation>
    </message>
    <message>
        <source>Type the passphrase to open them. Replies can be used all the same.</source>
        <translation>输入密码即可打开。话术照常可用。</translation>
    </message>
    <message>
        <source>The key of the customers is not on this computer</source>
        <translation>这台电脑上没有客户资料的密钥</translation>
    </message>
    <message>
        <source>Another key is in the place of that of the customers</source>
        <translation>客户资料的密钥已被换成另一个</translation>
    </message>
    <message>
        <source>The keyring with the key of the customers is not there</source>
        <translation>存放客户资料密钥的密钥环不在</translation>
    </message>
    <message>
        <source>The keyring refuses the key of the customers</source>
        <translation>密钥环拒绝给出客户资料的密钥</translation>
    </message>
    <message>
        <source>The keyring of the system does not answer</source>
        <translation>系统密钥环没有响应</translation>
    </message>
    <message>
        <source>If it asks for its password, enter that and try again.</source>
        <translation>如果它在询问自己的密码，请输入后重试。</translation>
    </message>
    <message>
        <source>The file about the protection of customers is damaged</source>
        <translation>客户资料保护方式的文件已损坏</translation>
    </message>
    <message>
        <source>Nothing is lost. Put {path} back from a backup of this folder.</source>
        <translation>没有丢失。请从此文件夹的备份中放回 {path}。</translation>
    </message>
    <message>
        <source>Hotkey: the keyboard package, which listens to all keys</source>
        <translation>快捷键：由 keyboard 包提供，它会监听所有按键</translation>
    </message>
    <message>
        <source>Hotkey: bind a key to quickdesk toggle in your desktop settings</source>
        <translation>快捷键：请在桌面设置里把 quickdesk toggle 绑定到一个按键</translation>
    </message>
    <message>
        <source>Hotkey: not available</source>
        <translation>快捷键：这里不可用</translation>
    </message>
    <message>
        <source>Replies: pasted into the window you came from</source>
        <translation>话术：直接粘贴到原来的窗口</translation>
    </message>
    <message>
        <source>Replies: copied; you paste them yourself</source>
        <translation>话术：只复制，由你自己粘贴</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>请填写{field}。</translation>
    </message>
    <message>
        <source>Too long: {field}. Use at most {limit} characters.</source>
        <translation>{field}太长：最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Too many: {field}. Use at most {limit}.</source>
        <translation>{field}太多：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>Remove the character that cannot be saved or sent: {field}.</source>
        <translation>{field}里有无法保存或发送的字符，请删掉。</translation>
    </message>
    <message>
        <source>The fields cannot be read: {field}.</source>
        <translation>{field}里的填空写法无法识别。</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>{keys} opens the palette</source>
        <translation>按 {keys} 打开面板</translation>
    </message>
    <message>
        <source>{keys} is already used by {holder}</source>
        <translation>{keys} 已被 {holder} 占用</translation>
    </message>
    <message>
        <source>{keys} is already used by another program</source>
        <translation>{keys} 已被其他程序占用</translation>
    </message>
    <message>
        <source>{keys} is not on this keyboard layout</source>
        <translation>这个键盘布局上没有 {keys}</translation>
    </message>
    <message>
        <source>Choose other keys in Settings.</source>
        <translation>请在设置里换一组键。</translation>
    </message>
    <message>
        <source>Global hotkeys are not available here</source>
        <translation>这里没有可用的全局快捷键</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Reply pasted</source>
        <translation>已粘贴话术</translation>
    </message>
    <message>
        <source>Reply copied</source>
        <translation>已复制话术</translation>
    </message>
    <message>
        <source>Click the chat box and press {keys} to paste.</source>
        <translation>点一下聊天框，按 {keys} 粘贴。</translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not come back to the front</source>
        <translation>没有粘贴：聊天窗口没有回到前面</translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Click the chat box and press {keys}.</source>
        <translation>话术在剪贴板里。点一下聊天框，再按 {keys}。</translation>
    </message>
    <message>
        <source>Not pasted: the chat window did not accept the reply</source>
        <translation>没有粘贴：聊天窗口没有接收话术</translation>
    </message>
    <message>
        <source>It has {count} characters. A reply can have up to {limit}.</source>
        <translation>有 {count} 个字符，一条话术最多 {limit} 个。</translation>
    </message>
    <message>
        <source>The reply is too long</source>
        <translation>话术太长</translation>
    </message>
    <message>
        <source>Not pasted: the chat window was closed</source>
        <translation>没有粘贴：聊天窗口已关闭</translation>
    </message>
    <message>
        <source>The reply is on the clipboard. Open the chat again and press {keys}.</source>
        <translation>话术在剪贴板里。重新打开聊天，再按 {keys}。</translation>
    </message>
    <message>
        <source>A data file could not be read</source>
        <translation>有一个数据文件无法读取</translation>
    </message>
    <message>
        <source>The file was kept unchanged as {path}. quickdesk continues without it.</source>
        <translation>文件已原样保留为 {path}。quickdesk 会继续运行，暂时不用这个文件。</translation>
    </message>
    <message>
        <source>The data was written by a newer quickdesk</source>
        <translation>数据由更新版本的 quickdesk 写入</translation>
    </message>
    <message>
        <source>{path} was not touched. Update quickdesk to open it.</source>
        <translation>没有改动 {path}。请更新 quickdesk 后再打开。</translation>
    </message>
    <message>
        <source>Another quickdesk is using the data</source>
        <translation>另一个 quickdesk 正在使用数据</translation>
    </message>
    <message>
        <source>Nothing was changed in {path}. Quit the other one, then try again.</source>
        <translation>没有改动 {path}。请退出另一个 quickdesk，再试一次。</translation>
    </message>
    <message>
        <source>Read-only: changes cannot be saved</source>
        <translation>只读：修改无法保存</translation>
    </message>
    <message>
        <source>You can still use your replies. To change them, allow writing to {path} and try again.</source>
        <translation>话术可以照常使用。要修改话术，请允许写入 {path}，再试一次。</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>没有保存：磁盘已满</translation>
    </message>
    <message>
        <source>Everything saved before is safe. Free up space for {path}, then save again.</source>
        <translation>之前保存的都还在。请为 {path} 腾出空间，再保存一次。</translation>
    </message>
    <message>
        <source>Changes cannot be saved: the data folder is gone</source>
        <translation>修改无法保存：数据文件夹不见了</translation>
    </message>
    <message>
        <source>{path} was renamed, deleted or replaced while quickdesk was using it. You can still use your replies. Put the folder back, or save a copy of your data and restart quickdesk.</source>
        <translation>quickdesk 使用期间，{path} 被改名、删除或替换了。话术仍可使用。请把文件夹放回原处，或另存一份数据后重新启动 quickdesk。</translation>
    </message>
    <message>
        <source>No permission to read a data file</source>
        <translation>没有读取数据文件的权限</translation>
    </message>
    <message>
        <source>Files set aside before are kept as {paths}. For details: quickdesk check</source>
        <translation>之前另外保存的文件：{paths}。详情请运行：quickdesk check</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another place.</source>
        <translation>无法写入 {path}。请换一个位置。</translation>
    </message>
    <message>
        <source>The copy was not saved</source>
        <translation>副本没有保存</translation>
    </message>
    <message>
        <source>Changes can be saved again</source>
        <translation>又可以保存修改了</translation>
    </message>
    <message>
        <source>To take over the replies in it: {command}</source>
        <translation>要取回其中的话术，请运行：{command}</translation>
    </message>
    <message>
        <source>{path} was not touched. Allow reading it, then restart quickdesk.</source>
        <translation>没有改动 {path}。请允许读取它，然后重新启动 quickdesk。</translation>
    </message>
    <message>
        <source>No backup was made: there is too much data</source>
        <translation>没有创建备份：数据太多</translation>
    </message>
    <message>
        <source>Everything is saved. With quickdesk closed, a copy of the data folder is a backup too.</source>
        <translation>所有内容都已保存。退出 quickdesk 后复制整个数据文件夹，同样可以作为备份。</translation>
    </message>
    <message>
        <source>Perhaps not saved: the disk reported an error</source>
        <translation>可能没有保存：磁盘报告了错误</translation>
    </message>
    <message>
        <source>The change may or may not be in {path}. Restart quickdesk and check before making it again.</source>
        <translation>这次改动可能在 {path} 中，也可能不在。请重新启动 quickdesk，检查之后再决定是否重做。</translation>
    </message>
    <message>
        <source>Press the keys you want to use.</source>
        <translation>请按下要用的键。</translation>
    </message>
    <message>
        <source>Keep holding and press one more key.</source>
        <translation>按住这些键，再按一个键。</translation>
    </message>
    <message>
        <source>Combine one key with Ctrl, Alt, Shift or the system key.</source>
        <translation>请用一个键搭配 Ctrl、Alt、Shift 或系统键。</translation>
    </message>
    <message>
        <source>This key cannot be used in a hotkey. Choose another.</source>
        <translation>这个键不能用在快捷键里，请换一个。</translation>
    </message>
    <message>
        <source>You need this key for typing. Add Ctrl, Alt or the system key.</source>
        <translation>单独这个键打字时要用，请加上 Ctrl、Alt 或系统键。</translation>
    </message>
    <message>
        <source>These keys are reserved for the system, the input method or other programs. Choose others.</source>
        <translation>系统、输入法或其他程序要用这组键，请换一组。</translation>
    </message>
    <message>
        <source>This desktop does not allow global hotkeys. In its keyboard settings, bind a key to: quickdesk toggle</source>
        <translation>这个桌面不允许程序监听快捷键。请在桌面的键盘设置里，为这个命令绑定一个按键：quickdesk toggle</translation>
    </message>
    <message>
        <source>The system does not let quickdesk watch the keyboard. In the desktop&apos;s keyboard settings, bind a key to: quickdesk toggle</source>
        <translation>系统不允许 quickdesk 监听键盘。请在桌面的键盘设置里，为这个命令绑定一个按键：quickdesk toggle</translation>
    </message>
    <message>
        <source>The connection to the display was lost. Restart quickdesk to get the hotkey back.</source>
        <translation>与图形界面的连接断了。重新启动 quickdesk，快捷键就会恢复。</translation>
    </message>
    <message>
        <source>The hotkey is off because quickdesk is quitting.</source>
        <translation>quickdesk 正在退出，快捷键已关闭。</translation>
    </message>
    <message>
        <source>Expired: this fact of the shop was valid until {day}</source>
        <translation>已过期：这项店铺资料的有效期到 {day} 为止</translation>
    </message>
    <message>
        <source>Saved: the shop&apos;s facts fill this in from now on</source>
        <translation>已设为店铺资料，以后自动填好</translation>
    </message>
    <message>
        <source>The shop&apos;s facts say: {value}</source>
        <translation>店铺资料是：{value}</translation>
    </message>
    <message>
        <source>This fact of the shop was removed meanwhile</source>
        <translation>这项店铺资料刚才已被删除</translation>
    </message>
    <message>
        <source>A field is not closed: add } on the same line, or write {{ for a plain brace.</source>
        <translation>填空没有写完：请在同一行补上 }；要写花括号本身，请写 {{。</translation>
    </message>
    <message>
        <source>This } does not close a field: remove it, or write }} for a plain brace.</source>
        <translation>多了一个 }：请删掉；要写花括号本身，请写 }}。</translation>
    </message>
    <message>
        <source>A field cannot contain another field: close the first with } before the next {.</source>
        <translation>填空里面不能再有填空：请先用 } 结束前一个，再写 {。</translation>
    </message>
    <message>
        <source>A field has no name: write one between the braces.</source>
        <translation>填空没有名称：请写在花括号里。</translation>
    </message>
    <message>
        <source>This is not a valid field name: start with a letter or digit and use at most {limit} characters.</source>
        <translation>不能用作填空的名称：请以文字、字母或数字开头，最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>A choice is empty: fill it in or remove its |.</source>
        <translation>有一个选项是空的：请填写，或者删掉它的 |。</translation>
    </message>
    <message>
        <source>quickdesk fills in this field: remove what follows its name.</source>
        <translation>这个填空由 quickdesk 自动填写：请删掉名称后面的内容。</translation>
    </message>
    <message>
        <source>Too many fields: a reply can have up to {limit}.</source>
        <translation>填空太多：一条话术最多 {limit} 个。</translation>
    </message>
    <message>
        <source>Too long: a reply can have up to {limit} characters.</source>
        <translation>太长：一条话术最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Still to fill in: {names}</source>
        <translation>还要填：{names}</translation>
    </message>
    <message>
        <source>The finished reply is too long to send. Shorten a value.</source>
        <translation>填好的话术太长，无法发送。请把填的内容缩短。</translation>
    </message>
    <message>
        <source>Nothing to send: the reply is empty.</source>
        <translation>话术是空的，没有可发送的内容。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相近</translation>
    </message>
    <message>
        <source>You answered this: {message}</source>
        <translation>曾用来回复：{message}</translation>
    </message>
    <message>
        <source>No text is copied</source>
        <translation>剪贴板中没有文字</translation>
    </message>
    <message>
        <source>Copy the buyer&apos;s message first. Pictures cannot be read.</source>
        <translation>先复制买家的消息，图片无法识别。</translation>
    </message>
    <message>
        <source>The copied text is too long</source>
        <translation>复制的文字太长</translation>
    </message>
    <message>
        <source>Copy only the buyer&apos;s question.</source>
        <translation>只复制买家的问题。</translation>
    </message>
    <message>
        <source>No reply fits the copied message</source>
        <translation>没有适合所复制消息的话术</translation>
    </message>
    <message>
        <source>Search for words of your own.</source>
        <translation>请自行输入关键词搜索。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Enter takes what is found.</source>
        <translation>现在按 Enter，会选用搜到的第一条。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>备份 (*.zip)</translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Undo: {action}</source>
        <translation>撤销：{action}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Words of the shop</source>
        <translation>本店词库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>other ways to ask</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>{keys} works now and opens the palette</source>
        <translation>{keys} 现在可以用了，按它打开面板</translation>
    </message>
    <message>
        <source>Choose other keys in Settings, or free these in the other program: quickdesk takes them by itself.</source>
        <translation>请在设置里换一组键，或在那个程序里改掉：空出来后会自动启用。</translation>
    </message>
    <message>
        <source>fact set</source>
        <translation>设定店铺资料</translation>
    </message>
    <message>
        <source>fact removed</source>
        <translation>删除店铺资料</translation>
    </message>
    <message>
        <source>Facts as before: {titles}</source>
        <translation>店铺资料恢复原样：{titles}</translation>
    </message>
    <message>
        <source>These facts have changed since: {titles}</source>
        <translation>这些店铺资料之后又改过：{titles}</translation>
    </message>
    <message>
        <source>Fact removed: {name}</source>
        <translation>已删除店铺资料：{name}</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>店铺资料</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>无法写入数据文件夹。</translation>
    </message>
    <message>
        <source>No draft is kept</source>
        <translation>草稿没有保存</translation>
    </message>
    <message>
        <source>{why} You can go on typing; save or send before you quit.</source>
        <translation>{why}可以继续输入，退出前请先保存或发送。</translation>
    </message>
    <message>
        <source>The fact was not saved</source>
        <translation>这项店铺资料没有保存</translation>
    </message>
    <message>
        <source>The day {until} is over.</source>
        <translation>{until} 已经过了。</translation>
    </message>
    <message>
        <source>There are already {most} facts. Remove one first.</source>
        <translation>已经有 {most} 项店铺资料，请先删除一项。</translation>
    </message>
    <message>
        <source>Write the name of the field that it fills.</source>
        <translation>请写上要填的空的名称。</translation>
    </message>
    <message>
        <source>Write what the field is filled with, or remove the fact.</source>
        <translation>请写上要填的内容，或删除这项资料。</translation>
    </message>
    <message>
        <source>quickdesk fills in the field of this name by itself. Take another name.</source>
        <translation>这个名称的空由 quickdesk 自动填写，请换一个名称。</translation>
    </message>
    <message>
        <source>It has a character that cannot be saved or sent.</source>
        <translation>里面有不能保存或发送的字符。</translation>
    </message>
    <message>
        <source>It is too long: at most {limit} characters. More is a reply of its own.</source>
        <translation>太长了：最多 {limit} 个字符。更长的内容请写成一条话术。</translation>
    </message>
    <message>
        <source>A field cannot have this name: begin with a letter or a digit, without : and |.</source>
        <translation>填空不能用这个名称：以文字或数字开头，不含 : 和 |。</translation>
    </message>
    <message>
        <source>Perhaps pasted: look at the chat box first</source>
        <translation>可能已经粘贴：请先看一眼输入框</translation>
    </message>
    <message>
        <source>A clipboard manager came in between. If the reply is not there, open the palette and choose it again.</source>
        <translation>粘贴时有剪贴板管理程序插了进来。输入框里没有的话，再打开面板选一次。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>“{term}”</translation>
    </message>
    <message>
        <source>Because both mention {terms}</source>
        <translation>因为都提到{terms}</translation>
    </message>
    <message>
        <source>Because “{typed}” sounds like “{found}”</source>
        <translation>因为“{typed}”读音像“{found}”</translation>
    </message>
    <message>
        <source>Because “{found}” stands for “{typed}”</source>
        <translation>因为“{typed}”对应“{found}”</translation>
    </message>
    <message>
        <source>Because “{typed}” is about the same as “{found}”</source>
        <translation>因为“{typed}”和“{found}”是一回事</translation>
    </message>
    <message>
        <source>Shop facts</source>
        <translation>店铺资料</translation>
    </message>
    <message>
        <source>Write the last day like 2026-12-31, or leave it empty.</source>
        <translation>有效期请写成 2026-12-31 这样，或者不填。</translation>
    </message>
    <message>
        <source>words of the shop changed</source>
        <translation>修改本店词库</translation>
    </message>
    <message>
        <source>words of the shop</source>
        <translation>本店词库</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>too much text, at most {most} characters</source>
        <translation>文字太多，最多 {most} 个字符</translation>
    </message>
    <message>
        <source>too many lines with words, at most {most}</source>
        <translation>行数太多，最多 {most} 行</translation>
    </message>
    <message>
        <source>too many words, at most {most}</source>
        <translation>词太多，最多 {most} 个</translation>
    </message>
    <message>
        <source>a character that cannot be saved</source>
        <translation>有无法保存的字符</translation>
    </message>
    <message>
        <source>only one &gt; is possible in a line</source>
        <translation>一行只能有一个 &gt;</translation>
    </message>
    <message>
        <source>at least two words are needed, and words on both sides of &gt;</source>
        <translation>至少要有两个词，&gt; 两边都要有词</translation>
    </message>
    <message>
        <source>too many words in a line, at most {most}</source>
        <translation>一行里词太多，最多 {most} 个</translation>
    </message>
    <message>
        <source>longer than {most} characters: {word}</source>
        <translation>超过 {most} 个字符：{word}</translation>
    </message>
    <message>
        <source>this is no word: {word}</source>
        <translation>这不是词：{word}</translation>
    </message>
    <message>
        <source>a single letter or digit is in nearly every reply: {word}</source>
        <translation>单个字母或数字几乎每条话术里都有：{word}</translation>
    </message>
    <message>
        <source>means more than {most} other words: {word}</source>
        <translation>对应的词超过 {most} 个：{word}</translation>
    </message>
    <message>
        <source>Paste the reply</source>
        <translation>粘贴话术</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Fill in the form, then paste</source>
        <translation>先填表单，再粘贴</translation>
    </message>
    <message>
        <source>Paste the reply with this number</source>
        <translation>粘贴对应序号的话术</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Duplicate the reply</source>
        <translation>复制成新话术</translation>
    </message>
    <message>
        <source>Delete the reply (to the trash)</source>
        <translation>删除话术（移到回收站）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Suggest for the copied message</source>
        <translation>为复制的消息推荐话术</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Previous reply</source>
        <translation>上一条话术</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>下一条话术</translation>
    </message>
    <message>
        <source>One page up</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>One page down</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Scroll the preview up</source>
        <translation>预览往上翻</translation>
    </message>
    <message>
        <source>Scroll the preview down</source>
        <translation>预览往下翻</translation>
    </message>
    <message>
        <source>Clear the search box, then close</source>
        <translation>清空搜索框，再按关闭</translation>
    </message>
    <message>
        <source>Pause the hotkey for 15 minutes</source>
        <translation>暂停快捷键 15 分钟</translation>
    </message>
    <message>
        <source>Pause the hotkey for 1 hour</source>
        <translation>暂停快捷键 1 小时</translation>
    </message>
    <message>
        <source>Pause the hotkey until I resume it</source>
        <translation>暂停快捷键，直到手动恢复</translation>
    </message>
    <message>
        <source>Resume the hotkey</source>
        <translation>恢复快捷键</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>主窗口</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>Save the reply</source>
        <translation>保存话术</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the reply and paste it</source>
        <translation>保存话术并粘贴</translation>
    </message>
    <message>
        <source>Save and paste</source>
        <translation>保存并粘贴</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Close; asks if something was changed</source>
        <translation>关闭；有改动时先询问</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Next empty field; paste when all are filled in</source>
        <translation>下一项待填；填完后粘贴</translation>
    </message>
    <message>
        <source>Save and go to the next line; an empty line is removed</source>
        <translation>保存并到下一项；清空就是删除</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Next field; the line that you leave is saved</source>
        <translation>到下一格；离开的一项会保存</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only copy the reply</source>
        <translation>只复制话术</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>只复制</translation>
    </message>
    <message>
        <source>Make the value a fact of the shop</source>
        <translation>把内容存为店铺资料</translation>
    </message>
    <message>
        <source>Back to the list, keeping what was filled in</source>
        <translation>返回列表，保留已填内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose by number</source>
        <translation>按序号选</translation>
    </message>
    <message>
        <source>Previous choice</source>
        <translation>上一个选项</translation>
    </message>
    <message>
        <source>Next choice</source>
        <translation>下一个选项</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>本窗口的按键</translation>
    </message>
    <message>
        <source>All keys go to another program now</source>
        <translation>按键现在都给了另一个程序</translation>
    </message>
    <message>
        <source>If a menu of it is open, press Esc to close that. Then type here.</source>
        <translation>如果它的菜单开着，按 Esc 关掉它，再在这里输入。</translation>
    </message>
    <message>
        <source>Hotkey: works</source>
        <translation>快捷键：正常</translation>
    </message>
    <message>
        <source>Last time “{ask}” led to: {title}</source>
        <translation>刚才用“{ask}”找到：{title}</translation>
    </message>
    <message>
        <source>Alt+M: remember</source>
        <translation>Alt+M：记住这个问法</translation>
    </message>
    <message>
        <source>“{ask}” now finds: {title}</source>
        <translation>已记住，“{ask}”能找到：{title}</translation>
    </message>
    <message>
        <source>Remember the last search (if offered)</source>
        <translation>记住上次的搜索词（有提示时）</translation>
    </message>
    <message>
        <source>Type a tab into the reply</source>
        <translation>在正文里输入制表符</translation>
    </message>
    <message>
        <source>Restore the draft that is offered</source>
        <translation>恢复提示的草稿</translation>
    </message>
    <message>
        <source>Restore what was filled in before and is offered</source>
        <translation>恢复上次填写、没有发出的内容</translation>
    </message>
    <message>
        <source>First while nothing is typed. Ctrl+P unpins it.</source>
        <translation>没有输入时排在最前，再按 Ctrl+P 取消置顶。</translation>
    </message>
    <message>
        <source>Pinned: {title}</source>
        <translation>已置顶：{title}</translation>
    </message>
    <message>
        <source>No longer pinned: {title}</source>
        <translation>已取消置顶：{title}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Pin the reply to the top / unpin it</source>
        <translation>置顶话术／取消置顶</translation>
    </message>
    <message>
        <source>way to ask remembered</source>
        <translation>记住问法</translation>
    </message>
    <message>
        <source>To undo: Ctrl+K in the palette, or the tray menu.
Command: quickdesk undo</source>
        <translation>撤销：面板里按 Ctrl+K，或用托盘菜单。
命令：quickdesk undo</translation>
    </message>
    <message>
        <source>“{unit}” follows already, and would stand there twice</source>
        <translation>后面已有“{unit}”，会重复</translation>
    </message>
    <message>
        <source>Customers as before: {count}</source>
        <translation>客户恢复原样：{count}</translation>
    </message>
    <message>
        <source>new customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>changed customer</source>
        <translation>修改客户</translation>
    </message>
    <message>
        <source>customer moved to the trash</source>
        <translation>客户移到回收站</translation>
    </message>
    <message>
        <source>customer brought back</source>
        <translation>恢复客户</translation>
    </message>
    <message>
        <source>merged customers</source>
        <translation>合并客户</translation>
    </message>
    <message>
        <source>imported customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>新建备注</translation>
    </message>
    <message>
        <source>changed note</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>removed note</source>
        <translation>删除备注</translation>
    </message>
    <message>
        <source>changed order</source>
        <translation>修改订单</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新建问题单</translation>
    </message>
    <message>
        <source>changed case</source>
        <translation>修改问题单</translation>
    </message>
    <message>
        <source>removed case</source>
        <translation>删除问题单</translation>
    </message>
    <message>
        <source>noted satisfaction</source>
        <translation>记录满意度</translation>
    </message>
    <message>
        <source>Something about customers has changed since ({count})</source>
        <translation>有客户的内容之后又改过（{count} 位）</translation>
    </message>
    <message>
        <source>The passphrase is wrong</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>没有任何改动。请重试。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开问题单</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New case for the current customer</source>
        <translation>给当前客户新建问题单</translation>
    </message>
    <message>
        <source>Go on tomorrow</source>
        <translation>明天跟进</translation>
    </message>
    <message>
        <source>Go on in a week</source>
        <translation>一周后跟进</translation>
    </message>
    <message>
        <source>Escalate: copy it for your superior</source>
        <translation>升级：复制给主管</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Copy it as a question to a colleague</source>
        <translation>复制为求助同事的内容</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Escalate: save it as a file</source>
        <translation>升级：存为文件</translation>
    </message>
    <message>
        <source>Save the question to a colleague as a file</source>
        <translation>把求助内容存为文件</translation>
    </message>
    <message>
        <source>Show order numbers / mask them</source>
        <translation>显示 / 遮住订单号</translation>
    </message>
    <message>
        <source>Show closed cases / hide them</source>
        <translation>显示 / 隐藏已关闭的</translation>
    </message>
    <message>
        <source>Delete the case</source>
        <translation>删除问题单</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>保存问题单</translation>
    </message>
    <message>
        <source>Restore what was typed before</source>
        <translation>恢复之前输入的内容</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>关闭，不保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Order number</source>
        <comment>field of case</comment>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Customer wants</source>
        <comment>in a block</comment>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Offered so far</source>
        <comment>field of case</comment>
        <translation>已提供方案</translation>
    </message>
    <message>
        <source>Emotion</source>
        <comment>in a block</comment>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Promised until</source>
        <comment>field of case</comment>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Permission needed</source>
        <comment>in a block</comment>
        <translation>需要的权限</translation>
    </message>
    <message>
        <source>Answer by</source>
        <comment>in a block</comment>
        <translation>答复截止</translation>
    </message>
    <message>
        <source>[Escalated case]</source>
        <comment>in a block</comment>
        <translation>【升级处理】</translation>
    </message>
    <message>
        <source>What happened</source>
        <comment>in a block</comment>
        <translation>经过</translation>
    </message>
    <message>
        <source>Problem</source>
        <comment>in a block</comment>
        <translation>问题</translation>
    </message>
    <message>
        <source>[Please help]</source>
        <comment>in a block</comment>
        <translation>【请协助】</translation>
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
        <translation>18、18:30 或 明天 10 点</translation>
    </message>
    <message>
        <source>+3, tomorrow or 12-31</source>
        <comment>hint of a field</comment>
        <translation>+3、明天 或 12-31</translation>
    </message>
    <message>
        <source>photos, video, delivery note</source>
        <comment>hint of a field</comment>
        <translation>照片、视频、面单</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>field of case</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <comment>field of case</comment>
        <translation>已索取证据</translation>
    </message>
    <message>
        <source>State</source>
        <comment>field of case</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>not noted</source>
        <comment>emotion</comment>
        <translation>未记</translation>
    </message>
    <message>
        <source>calm</source>
        <comment>emotion</comment>
        <translation>平静</translation>
    </message>
    <message>
        <source>impatient</source>
        <comment>emotion</comment>
        <translation>着急</translation>
    </message>
    <message>
        <source>annoyed</source>
        <comment>emotion</comment>
        <translation>不满</translation>
    </message>
    <message>
        <source>angry</source>
        <comment>emotion</comment>
        <translation>生气</translation>
    </message>
    <message>
        <source>furious</source>
        <comment>emotion</comment>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>type of case</comment>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <comment>type of case</comment>
        <translation>售后</translation>
    </message>
    <message>
        <source>Quality</source>
        <comment>type of case</comment>
        <translation>质量</translation>
    </message>
    <message>
        <source>Complaint</source>
        <comment>type of case</comment>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Question</source>
        <comment>type of case</comment>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>type of case</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>To verify</source>
        <comment>state of case</comment>
        <translation>待核实</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>state of case</comment>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <comment>state of case</comment>
        <translation>待客户</translation>
    </message>
    <message>
        <source>Waiting for warehouse</source>
        <comment>state of case</comment>
        <translation>待仓库</translation>
    </message>
    <message>
        <source>Solved</source>
        <comment>state of case</comment>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of case</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>What the customer wants</source>
        <comment>field of case</comment>
        <translation>客户诉求</translation>
    </message>
    <message>
        <source>Evidence received</source>
        <comment>field of case</comment>
        <translation>已收到证据</translation>
    </message>
    <message>
        <source>Solution</source>
        <comment>field of case</comment>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rule it rests on</source>
        <comment>field of case</comment>
        <translation>依据</translation>
    </message>
    <message>
        <source>Emotion, 1 to 5</source>
        <comment>field of case</comment>
        <translation>情绪 1-5</translation>
    </message>
    <message>
        <source>Next date</source>
        <comment>field of case</comment>
        <translation>下次跟进</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>group of cases</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Without a next date: set one</source>
        <comment>group of cases</comment>
        <translation>没有下次跟进日期：请补上</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>group of cases</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>group of cases</comment>
        <translation>之后</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>group of cases</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Save the note and pin it</source>
        <translation>保存并置顶</translation>
    </message>
    <message>
        <source>Save pinned</source>
        <translation>保存并置顶</translation>
    </message>
    <message>
        <source>Copy as an order remark</source>
        <translation>复制为订单备注</translation>
    </message>
    <message>
        <source>Order remark</source>
        <translation>订单备注</translation>
    </message>
    <message>
        <source>Choose another customer</source>
        <translation>换一个客户</translation>
    </message>
    <message>
        <source>Make a reply of the text</source>
        <translation>把内容做成话术</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>新建问题单</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Order remark copied</source>
        <translation>已复制订单备注</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>问题单</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满</translation>
    </message>
    <message>
        <source>Search for customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位客户</translation>
    </message>
    <message>
        <source>Previous customer</source>
        <translation>上一位客户</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>客户卡</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新建客户卡</translation>
    </message>
    <message>
        <source>Save now; a field that is left is saved too</source>
        <translation>立即保存；离开一栏时也会保存</translation>
    </message>
    <message>
        <source>Write a note, or save the note that is written</source>
        <translation>写备注，或保存写好的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Show or hide phones, addresses and order numbers</source>
        <translation>显示或隐藏电话、地址和订单号</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>The customer is satisfied</source>
        <translation>客户满意</translation>
    </message>
    <message>
        <source>The customer is neutral</source>
        <translation>客户觉得一般</translation>
    </message>
    <message>
        <source>The customer is dissatisfied</source>
        <translation>客户不满</translation>
    </message>
    <message>
        <source>Tag the selected customers</source>
        <translation>给所选客户加标签</translation>
    </message>
    <message>
        <source>Merge the two selected customers</source>
        <translation>合并所选的两位客户</translation>
    </message>
    <message>
        <source>In the list: move the selected customers to the trash</source>
        <translation>在列表中：把所选客户移到回收站</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo the last action; in a box first what was typed</source>
        <translation>撤销上一步；在输入框中先撤销输入</translation>
    </message>
    <message>
        <source>Show the trash, or all customers</source>
        <translation>显示回收站或全部客户</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Sort by last contact or by name</source>
        <translation>按最近联系或按名称排序</translation>
    </message>
    <message>
        <source>Back to the list; from there close. All is saved</source>
        <translation>回到列表；在列表中则关闭。都会保存</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>This name is there twice.</source>
        <translation>这个名称出现了两次。</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Name, such as size</source>
        <translation>名称，如 尺码</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>真实姓名</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
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
        <translation>（空）</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>不要联系</translation>
    </message>
    <message>
        <source>Write the birthday as MM-DD or YYYY-MM-DD, for example 05-20.</source>
        <translation>生日请写成 MM-DD 或 YYYY-MM-DD，例如 05-20。</translation>
    </message>
    <message>
        <source>This value needs a name, for example size.</source>
        <translation>这项内容需要名称，例如尺码。</translation>
    </message>
    <message>
        <source>A platform needs the nickname there.</source>
        <translation>请填写在这个平台的昵称。</translation>
    </message>
    <message>
        <source>An order needs its number.</source>
        <translation>订单需要订单号。</translation>
    </message>
    <message>
        <source>This order number is there twice.</source>
        <translation>这个订单号出现了两次。</translation>
    </message>
    <message>
        <source>Moved to the trash: {label}</source>
        <translation>已移到回收站：{label}</translation>
    </message>
    <message>
        <source>Customers moved to the trash: {count}</source>
        <translation>已移到回收站的客户：{count}</translation>
    </message>
    <message>
        <source>Customers brought back: {count}</source>
        <translation>已恢复的客户：{count}</translation>
    </message>
    <message>
        <source>Customers tagged “{tag}”: {count}</source>
        <translation>加了标签“{tag}”的客户：{count}</translation>
    </message>
    <message>
        <source>Merged into {label}</source>
        <translation>已合并到：{label}</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>已删除备注</translation>
    </message>
    <message>
        <source>Noted: {name}</source>
        <translation>已记录：{name}</translation>
    </message>
    <message>
        <source>This card is in the trash</source>
        <translation>这张客户卡在回收站中</translation>
    </message>
    <message>
        <source>Ctrl+R brings it back. What you have typed stays here until then.</source>
        <translation>按 Ctrl+R 恢复。写好的内容会留在这里。</translation>
    </message>
    <message>
        <source>This card does not exist any more</source>
        <translation>这张客户卡已不存在</translation>
    </message>
    <message>
        <source>What you have typed stays here; copy what you need.</source>
        <translation>写好的内容会留在这里，需要的请复制。</translation>
    </message>
    <message>
        <source>Do not contact this customer</source>
        <translation>不要联系这位客户</translation>
    </message>
    <message>
        <source>Select two customers to merge</source>
        <translation>请选择两位要合并的客户</translation>
    </message>
    <message>
        <source>Hold Ctrl and click the second one, or hold Shift and press an arrow key.</source>
        <translation>按住 Ctrl 点第二位，或按住 Shift 按方向键。</translation>
    </message>
    <message>
        <source>The customers are locked</source>
        <translation>客户资料已锁定</translation>
    </message>
    <message>
        <source>Unlock them with the passphrase. Replies work meanwhile, and nothing typed is lost.</source>
        <translation>请输入密码解锁。期间话术照常可用，写好的内容不会丢失。</translation>
    </message>
    <message>
        <source>What could still be read is in use. The damaged file was kept as {path}.</source>
        <translation>还能读取的内容正在使用。损坏的文件保存为 {path}。</translation>
    </message>
    <message>
        <source>Customer dock</source>
        <translation>客户侧栏</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Saved. State: {state}</source>
        <translation>已保存。状态：{state}</translation>
    </message>
    <message>
        <source>It has no next date: T sets tomorrow, W a week.</source>
        <translation>还没有下次跟进日期：按 T 定为明天，按 W 定为一周后。</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes it.</source>
        <translation>按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Case deleted</source>
        <translation>已删除问题单</translation>
    </message>
    <message>
        <source>This case is not there any more</source>
        <translation>这张问题单已经不在了</translation>
    </message>
    <message>
        <source>Copied for your superior</source>
        <translation>已复制给主管的内容</translation>
    </message>
    <message>
        <source>Paste it into the group chat. The case is marked as escalated.</source>
        <translation>请粘贴到工作群。问题单已标为升级。</translation>
    </message>
    <message>
        <source>Copied as a question</source>
        <translation>已复制求助内容</translation>
    </message>
    <message>
        <source>Paste it into the group chat.</source>
        <translation>请粘贴到工作群。</translation>
    </message>
    <message>
        <source>Nothing was copied: the clipboard is not available</source>
        <translation>没有复制：剪贴板不可用</translation>
    </message>
    <message>
        <source>Saved as a file</source>
        <translation>已存为文件</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>文件写不进去</translation>
    </message>
    <message>
        <source>No customer is chosen yet</source>
        <translation>还没有选客户</translation>
    </message>
    <message>
        <source>Choose the customer first; the case is opened for them.</source>
        <translation>请先选客户，问题单会开在这个客户名下。</translation>
    </message>
    <message>
        <source>To close it, fill in: {fields}.</source>
        <translation>要关闭，请先填：{fields}。</translation>
    </message>
    <message>
        <source>The case is not closed yet</source>
        <translation>问题单还没有关闭</translation>
    </message>
    <message>
        <source>Save for a colleague</source>
        <translation>存给同事</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Keep the value on the customer&apos;s card</source>
        <translation>把值存到客户卡</translation>
    </message>
    <message>
        <source>{customer}: do not contact</source>
        <translation>{customer}：不要联系</translation>
    </message>
    <message>
        <source>Current customer: {customer}</source>
        <translation>当前客户：{customer}</translation>
    </message>
    <message>
        <source>No current customer</source>
        <translation>没有当前客户</translation>
    </message>
    <message>
        <source>No customer is open under {digit}</source>
        <translation>数字 {digit} 没有已打开的客户</translation>
    </message>
    <message>
        <source>Nothing is selected or copied</source>
        <translation>没有选中或复制任何内容</translation>
    </message>
    <message>
        <source>The copied text has several lines</source>
        <translation>复制的文字有多行</translation>
    </message>
    <message>
        <source>The copied text is too long for a nickname</source>
        <translation>复制的文字太长，不像昵称</translation>
    </message>
    <message>
        <source>Select or copy the nickname or the order number, then press the keys again.</source>
        <translation>选中或复制昵称或订单号，再按一次快捷键。</translation>
    </message>
    <message>
        <source>Customers are not available now</source>
        <translation>现在无法使用客户资料</translation>
    </message>
    <message>
        <source>Not kept: the card has no place for {name}</source>
        <translation>未保存：客户卡没有放 {name} 的位置</translation>
    </message>
    <message>
        <source>A tracking number, a carrier or items need exactly one order on the card.</source>
        <translation>快递单号、快递公司和商品需要客户卡上恰好有一个订单。</translation>
    </message>
    <message>
        <source>Several customers are called {text}</source>
        <translation>有多位客户叫 {text}</translation>
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
        <translation>没有客户叫 {text}</translation>
    </message>
    <message>
        <source>Make a card with this nickname</source>
        <translation>用这个昵称新建客户卡</translation>
    </message>
    <message>
        <source>Make no card</source>
        <translation>不新建</translation>
    </message>
    <message>
        <source>Do not contact {customer}</source>
        <translation>不要联系 {customer}</translation>
    </message>
    <message>
        <source>No reason is noted.</source>
        <translation>没有写明原因。</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>这不是正则表达式。</translation>
    </message>
    <message>
        <source>Put parentheses around the nickname.</source>
        <translation>请用括号括住昵称。</translation>
    </message>
    <message>
        <source>This rule takes too long, and was stopped.</source>
        <translation>这条规则耗时太长，已停止。</translation>
    </message>
    <message>
        <source>The title rule for {program} takes too long</source>
        <translation>{program} 的标题规则耗时太长</translation>
    </message>
    <message>
        <source>It is not used until you change it in Settings.</source>
        <translation>在设置中修改之前不会再使用。</translation>
    </message>
    <message>
        <source>Quick note</source>
        <translation>速记</translation>
    </message>
    <message>
        <source>Copy the selection as an order remark</source>
        <translation>把选中内容复制为订单备注</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>in a block</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>escalated</source>
        <comment>state of case</comment>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Open a case of it</source>
        <translation>开一张问题单</translation>
    </message>
    <message>
        <source>Pinned note saved: {customer}</source>
        <translation>备注已保存并置顶：{customer}</translation>
    </message>
    <message>
        <source>Note saved: {customer}</source>
        <translation>备注已保存：{customer}</translation>
    </message>
    <message>
        <source>The note is not saved</source>
        <translation>备注没有保存</translation>
    </message>
    <message>
        <source>This customer is not there any more.</source>
        <translation>这个客户已经不在了。</translation>
    </message>
    <message>
        <source>Your code is not set: Settings, “Your code or name”.</source>
        <translation>工号还没设置：在设置里填“你的工号或名字”。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>A card needs a nickname, a name, a phone or an order.</source>
        <translation>客户卡需要昵称、姓名、电话或订单之一。</translation>
    </message>
    <message>
        <source>This is too long. At most {most} characters can be kept.</source>
        <translation>内容太长，最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>These are too many. At most {most} can be kept.</source>
        <translation>数量太多，最多 {most} 个。</translation>
    </message>
    <message>
        <source>This name cannot be the name of a field. Leave out { } | : and the like.</source>
        <translation>这个名称不能用作填空名。请去掉 { } | : 等符号。</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be kept. Type it again by hand.</source>
        <translation>其中有无法保存的字符，请手动重新输入。</translation>
    </message>
    <message>
        <source>Search customers (typed first)</source>
        <translation>搜客户（先输入它）</translation>
    </message>
    <message>
        <source>New card for “{nickname}”</source>
        <translation>为“{nickname}”新建客户卡</translation>
    </message>
    <message>
        <source>Makes the card, and this customer the current one</source>
        <translation>建好后即为当前客户</translation>
    </message>
    <message>
        <source>{count} cards are not searched yet.</source>
        <translation>还有 {count} 张卡没搜到。</translation>
    </message>
    <message>
        <source>Customers are being read</source>
        <translation>正在读取客户</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>电话 {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>Parcel {number}</source>
        <translation>快递 {number}</translation>
    </message>
    <message>
        <source>Do not contact: {reason}</source>
        <translation>请勿联系：{reason}</translation>
    </message>
    <message>
        <source>Name: {name}</source>
        <translation>姓名：{name}</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After {minutes} min</source>
        <translation>{minutes} 分钟后</translation>
    </message>
    <message>
        <source>Protection of customers</source>
        <translation>客户资料保护</translation>
    </message>
    <message>
        <source>Lock customers</source>
        <translation>锁定客户资料</translation>
    </message>
    <message>
        <source>A passphrase needs eight characters</source>
        <translation>密码至少要八个字符</translation>
    </message>
    <message>
        <source>There is no passphrase</source>
        <translation>没有设密码</translation>
    </message>
    <message>
        <source>No recovery key was ever made for this data</source>
        <translation>从未为这些数据生成过恢复密钥</translation>
    </message>
    <message>
        <source>This is not a recovery key: a letter is wrong or missing</source>
        <translation>这不是恢复密钥：有字符错了或漏了</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a newer one replaced it</source>
        <translation>这个恢复密钥属于别的数据，或已被新的取代</translation>
    </message>
    <message>
        <source>There is nothing that is encrypted</source>
        <translation>没有加密的内容</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>The recovery key is copied</source>
        <translation>恢复密钥已复制</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <translation>两次输入的密码不同</translation>
    </message>
    <message>
        <source>A passphrase protects better.</source>
        <translation>用密码更安全。</translation>
    </message>
    <message>
        <source>There are no customers yet</source>
        <translation>还没有客户资料</translation>
    </message>
    <message>
        <source>They will be encrypted from the first card on.</source>
        <translation>从第一张卡片起就会加密。</translation>
    </message>
    <message>
        <source>Encrypted, the key is in the keyring of the system</source>
        <translation>已加密，密钥在系统密钥环里</translation>
    </message>
    <message>
        <source>This protects files, backups and a lost disk, but not from others at your account.</source>
        <translation>文件、备份和丢失的硬盘不会泄露，但防不住使用你账户的人。</translation>
    </message>
    <message>
        <source>Encrypted, the key is in a file beside the data</source>
        <translation>已加密，密钥在数据旁边的文件里</translation>
    </message>
    <message>
        <source>No keyring of the system answered. This protects backups, but not a copy of the whole data folder.</source>
        <translation>没有可用的系统密钥环。备份不会泄露，但防不住整个数据文件夹被复制。</translation>
    </message>
    <message>
        <source>Encrypted with a passphrase</source>
        <translation>已用密码加密</translation>
    </message>
    <message>
        <source>This protects everything while they are locked, but not from other programs of yours while they are open.</source>
        <translation>锁定时谁也打不开；打开时防不住你运行的其他程序。</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Make a note of the reply&apos;s text</source>
        <translation>把话术正文记为备注</translation>
    </message>
    <message>
        <source>Until you erase it</source>
        <translation>直到你删除</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>There is no link to orders of this platform yet: {platform}</source>
        <translation>这个平台还没有订单链接：{platform}</translation>
    </message>
    <message>
        <source>Add it in the settings, under “Pages of orders”.</source>
        <translation>请在设置的“订单页面”中添加。</translation>
    </message>
    <message>
        <source>the palette</source>
        <comment>what has a hotkey</comment>
        <translation>面板</translation>
    </message>
    <message>
        <source>the choice of the customer</source>
        <comment>what has a hotkey</comment>
        <translation>选客户</translation>
    </message>
    <message>
        <source>the quick note</source>
        <comment>what has a hotkey</comment>
        <translation>速记</translation>
    </message>
    <message>
        <source>A case has unsaved changes</source>
        <translation>有问题单还没保存</translation>
    </message>
    <message>
        <source>Unlock the customers, then save or discard it.</source>
        <translation>请先解锁客户资料，再保存或放弃。</translation>
    </message>
    <message>
        <source>Notes and order remarks</source>
        <translation>备注和订单备注</translation>
    </message>
    <message>
        <source>Your code or name</source>
        <translation>你的工号或名字</translation>
    </message>
    <message>
        <source>Left empty, the code among the shop facts is used; it is the author of notes.</source>
        <translation>留空就用店铺资料里的工号；备注的作者就写它。</translation>
    </message>
    <message>
        <source>Choose the current customer</source>
        <translation>选择当前客户</translation>
    </message>
    <message>
        <source>Switch customers</source>
        <translation>切换客户</translation>
    </message>
    <message>
        <source>Keep pasted texts</source>
        <translation>保留粘贴的文字</translation>
    </message>
    <message>
        <source>The timeline of a customer always says which reply was pasted and when; its text only if this is ticked.</source>
        <translation>客户时间线总会记下粘贴了哪条回复、何时粘贴；勾选后才保留文字。</translation>
    </message>
    <message>
        <source>Nickname in titles</source>
        <translation>标题中的昵称</translation>
    </message>
    <message>
        <source>Where a program shows the nickname in its window title, a regular expression with parentheses around it chooses the customer.</source>
        <translation>如果某个程序的窗口标题里有昵称，用括号括住昵称的正则表达式就能选定客户。</translation>
    </message>
    <message>
        <source>What is over</source>
        <translation>已到期的内容</translation>
    </message>
    <message>
        <source>Nothing is erased by itself: the preview shows what is over, and erases it when you confirm.</source>
        <translation>不会自动删除：预览列出已到期的内容，确认后才彻底删除。</translation>
    </message>
    <message>
        <source>{keys} + digit</source>
        <translation>{keys} + 数字</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不用快捷键</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>With a passphrase: after minutes without a key, with the session, and asleep.</source>
        <translation>设了密码时：几分钟没有按键、锁屏或睡眠后锁定。</translation>
    </message>
    <message>
        <source>How long customers are kept</source>
        <translation>客户资料保留多久</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>已关闭的问题单</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Inactive customers</source>
        <translation>没有新记录的客户</translation>
    </message>
    <message>
        <source>Pages of orders</source>
        <translation>订单页面</translation>
    </message>
    <message>
        <source>Erased: {customers} customers, of others {cases} cases, {events} entries</source>
        <translation>已彻底删除：{customers} 位客户，其他客户的 {cases} 张问题单、{events} 条记录</translation>
    </message>
    <message>
        <source>Backups and exports outside the data folder still have it.</source>
        <translation>数据文件夹以外的备份和导出文件里还有。</translation>
    </message>
    <message>
        <source>Nothing was erased</source>
        <translation>没有删除任何内容</translation>
    </message>
    <message>
        <source>The clock of this computer has just jumped, so days cannot be counted.</source>
        <translation>这台电脑的时钟刚刚跳变，无法计算天数。</translation>
    </message>
    <message>
        <source>The key of the customers cannot be reached.</source>
        <translation>现在用不了客户资料的密钥。</translation>
    </message>
    <message>
        <source>There is no printer on this computer</source>
        <translation>这台电脑上没有打印机</translation>
    </message>
    <message>
        <source>Save the key in a file and print it elsewhere, or write it down.</source>
        <translation>可以把密钥保存到文件，在别处打印，或抄下来。</translation>
    </message>
    <message>
        <source>The recovery key is sent to the printer</source>
        <translation>恢复密钥已发送到打印机</translation>
    </message>
    <message>
        <source>Recovery key of quickdesk</source>
        <translation>quickdesk 恢复密钥</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>生成于 {day}</translation>
    </message>
    <message>
        <source>It opens the customers if their key or passphrase is lost, and their backups.</source>
        <translation>客户资料的密钥或密码丢失时，用它打开客户资料和备份。</translation>
    </message>
    <message>
        <source>To use it: tray menu, Protection of customers, Recovery key.</source>
        <translation>使用：托盘菜单 → 客户资料保护 → 恢复密钥。</translation>
    </message>
    <message>
        <source>Keep this page away from the computer. A newer key makes this one invalid.</source>
        <translation>这一页不要和电脑放在一起。生成新密钥后，这个就失效。</translation>
    </message>
    <message>
        <source>There is nothing to see in it.</source>
        <translation>里面没有可见的文字。</translation>
    </message>
    <message>
        <source>Nothing is lost. Start the keyring of the system, or use a recovery key: Settings, Privacy. If none was made, make one there when they open again.</source>
        <translation>没有丢失。请启动系统密钥环，或使用恢复密钥：设置，隐私。没有的话，能打开后请到那里生成。</translation>
    </message>
    <message>
        <source>Nothing is lost. Unlock the keyring and try again, or use a recovery key: Settings, Privacy. If none was made, make one there when they open again.</source>
        <translation>没有丢失。请解锁密钥环后重试，或使用恢复密钥：设置，隐私。没有的话，能打开后请到那里生成。</translation>
    </message>
    <message>
        <source>If a recovery key was made, it opens them: Settings, Privacy. If not, bring the keyring or the key file back; then make one there.</source>
        <translation>如果生成过恢复密钥，可用它打开：设置，隐私。没有的话，请先找回密钥环或密钥文件，再到那里生成。</translation>
    </message>
    <message>
        <source>There is no recovery key yet: without one they are lost with their key. Make one in Settings, Privacy.</source>
        <translation>还没有恢复密钥：密钥一旦丢失，客户资料就打不开了。可在“设置，隐私”里生成。</translation>
    </message>
    <message>
        <source>One can be made here while the customers open.</source>
        <translation>客户资料能打开时，可在这里生成。</translation>
    </message>
    <message>
        <source>You typed this note before, and it is not saved.</source>
        <translation>这条备注之前输入过，还没有保存。</translation>
    </message>
    <message>
        <source>Enter saves it, Esc discards it.</source>
        <translation>Enter 保存，Esc 丢弃。</translation>
    </message>
    <message>
        <source>This chat is with {text} now</source>
        <translation>聊天窗口现在是 {text}</translation>
    </message>
    <message>
        <source>The reply was made for {text}.</source>
        <translation>这条话术是为 {text} 准备的。</translation>
    </message>
    <message>
        <source>Type the passphrase until now first</source>
        <translation>请先输入现在的密码</translation>
    </message>
    <message>
        <source>It has no next date yet.</source>
        <translation>还没有下次跟进日期。</translation>
    </message>
    <message>
        <source>There is no recovery key yet: without one they are lost with their key. Make one below.</source>
        <translation>还没有恢复密钥：密钥一旦丢失，客户资料就打不开了。请在下面生成。</translation>
    </message>
    <message>
        <source>Backups elsewhere that were made before still open with the key before.</source>
        <translation>以前做在别处的备份仍可用旧密钥打开。</translation>
    </message>
    <message>
        <source>Backups that were made before still open with the key before, in the data folder: {count}. quickdesk data rekey --delete-old-backups changes the key and deletes these.</source>
        <translation>以前的备份仍可用旧密钥打开，数据文件夹里有 {count} 份。quickdesk data rekey --delete-old-backups 会换密钥并删除这些备份。</translation>
    </message>
    <message>
        <source>Everything is encrypted with a new key</source>
        <translation>已用新密钥全部重新加密</translation>
    </message>
    <message>
        <source>From the list into the card; in the timeline open the case</source>
        <translation>从列表进入客户卡；在时间线中打开问题单</translation>
    </message>
    <message>
        <source>New case for the customer that is shown</source>
        <translation>给显示的客户新建问题单</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建问题单</translation>
    </message>
    <message>
        <source>Make a reply of the note</source>
        <translation>把备注做成话术</translation>
    </message>
    <message>
        <source>Export the customer, numbers and addresses masked</source>
        <translation>导出客户，号码和地址打码</translation>
    </message>
    <message>
        <source>Export the customer, numbers and addresses in full</source>
        <translation>导出客户，号码和地址完整</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <comment>a row of an exported customer</comment>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Export… the customer as text or JSON; numbers as they are shown</source>
        <translation>把客户导出…为文本或 JSON；号码与显示的一致</translation>
    </message>
    <message>
        <source>{path} is not encrypted: delete it when it is not needed any more.</source>
        <translation>{path} 没有加密：不再需要时请删除。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>没有导出任何内容</translation>
    </message>
    <message>
        <source>The card is not saved yet, or it is in the trash.</source>
        <translation>这张卡片还没有保存，或者在回收站里。</translation>
    </message>
    <message>
        <source>This folder has the files of quickdesk. Choose another one.</source>
        <translation>这个文件夹存放 quickdesk 的文件，请选择别的文件夹。</translation>
    </message>
    <message>
        <source>The key is still in the keyring of the system too, which did not delete it: this is tried again when customers are unlocked.</source>
        <translation>密钥还留在系统密钥环里，因为密钥环没有删除它；解锁客户资料时会再试。</translation>
    </message>
    <message>
        <source>Erase for good… the customer that is shown; a question comes first</source>
        <translation>彻底删除…显示的客户；会先询问</translation>
    </message>
    <message>
        <source>The customer is erased for good</source>
        <translation>客户已彻底删除</translation>
    </message>
</context>
</TS>
