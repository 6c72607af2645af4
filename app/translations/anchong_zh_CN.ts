<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Clearance</name>
    <message>
        <source>“%1” is no distance: write metres from 0 to 1000, or nothing for the pack&apos;s.</source>
        <translation>“%1”不是距离：请填 0–1000 的米数；留空则用规则包的数值。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>E-bikes</source>
        <translation>电动自行车数</translation>
    </message>
    <message>
        <source>Property company</source>
        <translation>物业公司</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>建成年份</translation>
    </message>
    <message>
        <source>Made by the program</source>
        <translation>程序推定</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Fire grade</source>
        <translation>耐火等级</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Blank walls</source>
        <translation>无窗墙</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Surveyed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Spare capacity</source>
        <translation>富余容量</translation>
    </message>
    <message>
        <source>Whose consent</source>
        <translation>须谁同意</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Unit responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>构件</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>所属建筑</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>来源原有属性</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>可设地</translation>
    </message>
    <message>
        <source>Robust ground</source>
        <translation>稳妥面积</translation>
    </message>
    <message>
        <source>Widest zone</source>
        <translation>最宽处</translation>
    </message>
    <message>
        <source>Parts too small</source>
        <translation>过小地块</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Sites: %1</source>
        <translation>点位：%1</translation>
    </message>
    <message>
        <source>Not computed yet: run the plan.</source>
        <translation>尚未计算：请运行计划。</translation>
    </message>
    <message>
        <source>Not computed: %1</source>
        <translation>未能算出：%1</translation>
    </message>
    <message>
        <source>This compound has no ground that can hold a site. Point at places in it to see why.</source>
        <translation>本小区没有能放下点位的地。点选其中任一处可见原因。</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>合规面积</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Its outline could not be repaired: its convex hull stands in for it. Draw it anew in the source.</source>
        <translation>轮廓无法修复，以凸包代替。请在来源中重画。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>±%1 m</source>
        <translation>±%1 m</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在量算……</translation>
    </message>
    <message>
        <source>consent: %1</source>
        <translation>须同意：%1</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>裕量</translation>
    </message>
    <message>
        <source>To boundary</source>
        <translation>距红线</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>须同意</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>须</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>点位 %1</translation>
    </message>
    <message>
        <source>%1 bays</source>
        <translation>%1 个车位</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求覆盖</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>keep off</source>
        <translation>不得占用</translation>
    </message>
    <message>
        <source>should %1</source>
        <translation>宜 %1</translation>
    </message>
    <message>
        <source>need %1</source>
        <translation>须 %1</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>在其内</translation>
    </message>
    <message>
        <source>off by %1</source>
        <translation>外 %1</translation>
    </message>
    <message>
        <source>have %1</source>
        <translation>有 %1</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>差 %1</translation>
    </message>
    <message>
        <source>presumed</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>class derived</source>
        <translation>类别推定</translation>
    </message>
    <message>
        <source>width assumed</source>
        <translation>宽度假定</translation>
    </message>
    <message>
        <source>number assumed</source>
        <translation>数值假定</translation>
    </message>
    <message>
        <source>number unverified</source>
        <translation>数值未核</translation>
    </message>
    <message>
        <source>verified against the source</source>
        <translation>已核对原文</translation>
    </message>
    <message>
        <source>from a secondary source</source>
        <translation>二手来源</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>an assumption</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Superseded by: %1</source>
        <translation>已被取代：%1</translation>
    </message>
    <message>
        <source>governs</source>
        <translation>控制项</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>No layer: unknown is not zero</source>
        <translation>无此图层：未知不等于没有</translation>
    </message>
    <message>
        <source>No such layer has been imported: these obstacles are not known, so nothing is proved of them.</source>
        <translation>未导入此类图层：这些障碍物情况不明，不能证明符合。</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2 only it</source>
        <translation>%1，独占 %2</translation>
    </message>
    <message>
        <source>%1, none only it</source>
        <translation>%1，另有规则同占</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>小区边界</translation>
    </message>
    <message>
        <source>if confirmed</source>
        <translation>一经确认</translation>
    </message>
    <message>
        <source>%1: takes nothing while it is only presumed; confirmed, it would take %2 of the free ground.</source>
        <translation>%1：仅为推定时不占用地；一经确认将减少可用地 %2。</translation>
    </message>
    <message>
        <source>Rules by the open ground they take</source>
        <translation>规则（按所占空地）</translation>
    </message>
    <message>
        <source>What would free ground</source>
        <translation>怎样可以腾出用地</translation>
    </message>
    <message>
        <source>Presumed ground, not taken</source>
        <translation>推定而未占用的用地</translation>
    </message>
    <message>
        <source>Obstacles by the open ground they take</source>
        <translation>障碍物（按所占空地）</translation>
    </message>
    <message>
        <source>1 zone</source>
        <translation>1 处可设地</translation>
    </message>
    <message>
        <source>%1 zones</source>
        <translation>%1 处可设地</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Charging indoors by way of exception takes</source>
        <translation>确需在室内充电的，须落实</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>better</source>
        <translation>较好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>must</source>
        <translation>应</translation>
    </message>
    <message>
        <source>should</source>
        <translation>宜</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个</translation>
    </message>
    <message>
        <source>share</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>ban</source>
        <translation>禁设</translation>
    </message>
    <message>
        <source>A rule cannot be without a clause and a source: write where the number comes from.</source>
        <translation>规则不能没有条文号和出处：请写明数值从何而来。</translation>
    </message>
    <message>
        <source>“%1” is no number: write one of at least 0, with a unit where it is another than the rule&apos;s, as in “20 ft”.</source>
        <translation>“%1”不是数值：请填不小于 0 的数；单位与规则不同时一并写出，如“20 ft”。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>禁设</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
</context>
<context>
    <name>RunLogPanel</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Verified</source>
        <translation>已核对原文</translation>
    </message>
    <message>
        <source>Second-hand</source>
        <translation>二手来源</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>设定</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Complies</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>不符合</translation>
    </message>
</context>
<context>
    <name>ZoneType</name>
    <message>
        <source>Open air</source>
        <translation>露天</translation>
    </message>
    <message>
        <source>Shed</source>
        <translation>车棚</translation>
    </message>
    <message>
        <source>Charging cabinet</source>
        <translation>充电柜</translation>
    </message>
    <message>
        <source>Battery-swap cabinet</source>
        <translation>换电柜</translation>
    </message>
</context>
<context>
    <name>app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Rule &amp;pack</source>
        <translation>规则包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Zone type</source>
        <translation>设施类型(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>计划(&amp;P)</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translation>报表(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建工程(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the sample &amp;township</source>
        <translation>打开示例街道(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭工程(&amp;C)</translation>
    </message>
    <message>
        <source>Export &amp;shapefiles…</source>
        <translation>导出 shapefile(&amp;S)…</translation>
    </message>
    <message>
        <source>Export &amp;GeoPackage…</source>
        <translation>导出 GeoPackage(&amp;G)…</translation>
    </message>
    <message>
        <source>Export Geo&amp;JSON…</source>
        <translation>导出 GeoJSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Export hazard &amp;density (GeoTIFF)…</source>
        <translation>导出隐患密度 GeoTIFF(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy map picture</source>
        <translation>复制地图(&amp;C)</translation>
    </message>
    <message>
        <source>Clear &amp;selection</source>
        <translation>取消选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom to a &amp;box</source>
        <translation>框选放大(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Identify: why here, why not</source>
        <translation>点选：为何可设、为何不可设(&amp;I)</translation>
    </message>
    <message>
        <source>Identify: what is here, and why charging may or may not stand here</source>
        <translation>点选：此处有什么，为何可设或不可设</translation>
    </message>
    <message>
        <source>&amp;Measure distance</source>
        <translation>量距(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Full extent</source>
        <translation>全图(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go to coordinates…</source>
        <translation>定位到坐标(&amp;G)…</translation>
    </message>
    <message>
        <source>Full scr&amp;een</source>
        <translation>全屏(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色界面(&amp;D)</translation>
    </message>
    <message>
        <source>Dark &amp;map</source>
        <translation>深色地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run plan</source>
        <translation>运行计划(&amp;R)</translation>
    </message>
    <message>
        <source>Find the zones, lay out the bays, judge every site</source>
        <translation>求可设地，排布车位，判定每个点位</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run &amp;zones only</source>
        <translation>只求可设地(&amp;Z)</translation>
    </message>
    <message>
        <source>Find the zones only; sites are dropped, as their ground changes</source>
        <translation>只求可设地；用地变了，原有点位作废</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>复核(&amp;C)</translation>
    </message>
    <message>
        <source>Measure every ring, site and distance again from the inputs</source>
        <translation>由输入重测每个环、每个点位、每处净距</translation>
    </message>
    <message>
        <source>&amp;Cancel what is running</source>
        <translation>取消正在运行的任务(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset the panels&apos; layout</source>
        <translation>恢复面板布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Anchong</source>
        <translation>关于安充(&amp;A)</translation>
    </message>
    <message>
        <source>Site plans on &amp;paper (PDF)…</source>
        <translation>图纸与 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>C&amp;ompare scenarios</source>
        <translation>比选方案(&amp;O)</translation>
    </message>
    <message>
        <source>Scenarios side by side: maps, indicators, what was added and removed</source>
        <translation>方案并列：地图、指标，以及增加与减少之处</translation>
    </message>
</context>
<context>
    <name>app::ChangeLegend</name>
    <message>
        <source>No ground and no site differs</source>
        <translation>可设地与点位均无差异</translation>
    </message>
</context>
<context>
    <name>app::CheckList</name>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
</context>
<context>
    <name>app::ClearanceModel</name>
    <message>
        <source>Assumed here</source>
        <translation>本方案的假设</translation>
    </message>
    <message numerus="yes">
        <source>Governs %n site(s).</source>
        <translation>
            <numerusform>控制 %n 处点位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n distance(s) of the results rest on it.</source>
        <translation>
            <numerusform>结果中有 %n 处净距以它为据。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the zone keeps away from</source>
        <translation>充电区须避开的对象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Metres that the rule pack asks for</source>
        <translation>规则包要求的米数</translation>
    </message>
    <message>
        <source>Pack m</source>
        <translation>规则包 m</translation>
    </message>
    <message>
        <source>Metres that this scenario assumes; empty: the pack&apos;s</source>
        <translation>本方案假设的米数；留空则用规则包</translation>
    </message>
    <message>
        <source>Here m</source>
        <translation>本方案 m</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
</context>
<context>
    <name>app::CompareHead</name>
    <message>
        <source>More scenarios</source>
        <translation>更多方案</translation>
    </message>
    <message>
        <source>Further scenarios in the table</source>
        <translation>表中再列的方案</translation>
    </message>
    <message>
        <source>Changes: on</source>
        <translation>差异：开</translation>
    </message>
    <message>
        <source>Changes: off</source>
        <translation>差异：关</translation>
    </message>
    <message>
        <source>Colours what was added and removed in map B</source>
        <translation>在 B 图上标出增加与减少之处</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>This comparison on paper</source>
        <translation>把本次比选输出为图纸</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>This comparison as data</source>
        <translation>把本次比选输出为数据</translation>
    </message>
    <message>
        <source>Back to the map (Esc)</source>
        <translation>返回地图 (Esc)</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>返回地图</translation>
    </message>
    <message>
        <source>Scenario A, from which differences count</source>
        <translation>方案 A，差值以它为准</translation>
    </message>
    <message>
        <source>Scenario B</source>
        <translation>方案 B</translation>
    </message>
</context>
<context>
    <name>app::ComparePage</name>
    <message>
        <source>%1: no rule</source>
        <translation>%1：无此规则</translation>
    </message>
    <message>
        <source>%1 has not been run yet: it has no results to compare.</source>
        <translation>方案 %1 尚未计算，没有可比的结果。</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>%1: its rules were changed after its last run; what is shown is of before.</source>
        <translation>方案 %1 的规则在上次计算后已更改，所示为更改前的结果。</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>%1: it was not noted by which rules it was run; they may differ from those of now.</source>
        <translation>方案 %1 未记录计算时所用规则，可能与现在的不同。</translation>
    </message>
    <message>
        <source>What was added and removed has not been computed.</source>
        <translation>增减之处尚未算出。</translation>
    </message>
    <message>
        <source>Compute it</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Finding what was added and removed</source>
        <translation>正在求增减之处</translation>
    </message>
    <message>
        <source>Two scenarios side by side: what is gained, what is lost.</source>
        <translation>两个方案并列：得到什么，失去什么。</translation>
    </message>
    <message>
        <source>The project has one scenario only. Duplicate it, change a rule, run it.</source>
        <translation>工程中只有一个方案。请复制方案，更改规则，然后计算。</translation>
    </message>
    <message>
        <source>Duplicate scenario…</source>
        <translation>复制方案…</translation>
    </message>
</context>
<context>
    <name>app::ComparisonModel</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>From −100 % to +100 % of A</source>
        <translation>相对 A，自 −100 % 至 +100 %</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>less A</source>
        <translation>减 A</translation>
    </message>
</context>
<context>
    <name>app::CompoundPanel</name>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Legal m²</source>
        <translation>合规 m²</translation>
    </message>
    <message>
        <source>Robust m²</source>
        <translation>稳妥 m²</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>可设地</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Worst verdict</source>
        <translation>最差结论</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>未能算出</translation>
    </message>
    <message>
        <source>No ground</source>
        <translation>无可设地</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>无点位</translation>
    </message>
    <message>
        <source>Compounds</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>The compounds that are planned, with their ground and sites.</source>
        <translation>所规划的小区及其可设地、点位。</translation>
    </message>
    <message>
        <source>This project has no layer of compounds.</source>
        <translation>本工程没有小区图层。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建工程……</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>app::DateField</name>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>This is no day. Write it like 2026-03-01, or leave it empty.</source>
        <translation>这不是日期。请写成 2026-03-01 的样子，或留空。</translation>
    </message>
    <message>
        <source>A day like 2026-03-01; empty: not set</source>
        <translation>日期，如 2026-03-01；留空表示未设</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>从日历中选择</translation>
    </message>
</context>
<context>
    <name>app::DutyPanel</name>
    <message>
        <source>Site</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>%1, indoors</source>
        <translation>%1（室内）</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实有</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>What sites have to keep besides distances: extinguishers, hydrants, groups, roads, signs, consent.</source>
        <translation>点位除间距外须做到的事项：灭火器、消火栓、分组、道路留宽、标志、征得同意等。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
    <message>
        <source>The plan has not been run for this scenario.</source>
        <translation>本方案尚未计算。</translation>
    </message>
    <message>
        <source>Run plan</source>
        <translation>运行规划</translation>
    </message>
    <message>
        <source>There is no site, or the rules ask for none.</source>
        <translation>没有点位，或规则未作要求。</translation>
    </message>
</context>
<context>
    <name>app::ExistingPanel</name>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Margin m</source>
        <translation>余量 m</translation>
    </message>
    <message>
        <source>Governing obstacle</source>
        <translation>控制障碍</translation>
    </message>
    <message>
        <source>No obstacle is known near it</source>
        <translation>附近没有已知的障碍物</translation>
    </message>
    <message>
        <source>Needed m</source>
        <translation>应有 m</translation>
    </message>
    <message>
        <source>Measured m</source>
        <translation>实有 m</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>must</source>
        <translation>应</translation>
    </message>
    <message>
        <source>should</source>
        <translation>宜</translation>
    </message>
    <message>
        <source>Governing clause</source>
        <translation>控制条文</translation>
    </message>
    <message>
        <source>Existing facilities</source>
        <translation>现有设施</translation>
    </message>
    <message>
        <source>Existing charging facilities, judged by the rules for sites.</source>
        <translation>现有充电设施，按点位的同样规则核查。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
    <message>
        <source>The project has no layer of them: give one to a new project.</source>
        <translation>工程没有该图层：新建工程时请给出。</translation>
    </message>
    <message>
        <source>All of them are marked as removed.</source>
        <translation>均已标明拆除。</translation>
    </message>
    <message>
        <source>They are being judged…</source>
        <translation>正在核查……</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Shapefiles</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>GeoJSON (longitude, latitude)</source>
        <translation>GeoJSON（经纬度）</translation>
    </message>
    <message>
        <source>GBK (older Chinese programs)</source>
        <translation>GBK（较旧的中文软件）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The folder holds files already; those of the same names are replaced.</source>
        <translation>文件夹中已有文件，同名的将被替换。</translation>
    </message>
    <message>
        <source>Zones, sites, bays, clearances and the inputs as used; complete or not at all.</source>
        <translation>可设地、点位、车位、净距及所用输入；要么完整，要么不写。</translation>
    </message>
    <message>
        <source>Export and replace</source>
        <translation>导出并替换</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>导出到的文件夹</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>全部阶段</translation>
    </message>
    <message>
        <source>Sites of one phase, with their bays, clearances and checks; zones and inputs stay whole</source>
        <translation>只含某一阶段的点位及其车位、净距与检查；可设地与输入照旧完整</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Certificate: workbook (XLSX)</source>
        <translation>证书：工作簿（XLSX）</translation>
    </message>
    <message>
        <source>Certificate: document (JSON)</source>
        <translation>证书：文档（JSON）</translation>
    </message>
    <message>
        <source>Every distance of each site with its clause, status and verdict; rules and inputs with their hashes. Others can recompute it.</source>
        <translation>每个点位的每项净距及其条文、数值状态和结论，规则与输入及其哈希；他人可据以重算。</translation>
    </message>
</context>
<context>
    <name>app::Exports</name>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>已取消导出，未写任何文件。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>There is no density to export: show it on the map first, and let some reports pass the filter.</source>
        <translation>没有可导出的密度：请先在图上显示，并使筛选后仍有隐患。</translation>
    </message>
    <message>
        <source>Export the hazard density</source>
        <translation>导出隐患密度</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出比选</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>app::HazardPanel</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Hazard ledger</source>
        <translation>隐患台账</translation>
    </message>
    <message>
        <source>No hazard reports yet.</source>
        <translation>尚无隐患记录。</translation>
    </message>
    <message>
        <source>Import a CSV, XLSX or layer to see their density.</source>
        <translation>导入 CSV、XLSX 或图层，即可显示密度。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
</context>
<context>
    <name>app::HeatForm</name>
    <message>
        <source>Quartic</source>
        <translation>四次核</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>Epanechnikov 核</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀核</translation>
    </message>
    <message>
        <source>Triangular</source>
        <translation>三角核</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯核</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核函数</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>How far a report reaches, in metres on the ground; of the Gaussian its standard deviation</source>
        <translation>一条隐患的影响范围，地面米；高斯核为标准差</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>格网</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Side of a cell in metres on the ground</source>
        <translation>格网边长，地面米</translation>
    </message>
    <message>
        <source>Reports that count</source>
        <translation>计入的隐患</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) without a date count only while both are &quot;any&quot;.</source>
        <translation>
            <numerusform>%n 条隐患没有日期，仅在起止均为“不限”时计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>A report counts, by severity</source>
        <translation>按等级，每条计</translation>
    </message>
    <message>
        <source>Half-life of a report</source>
        <translation>时间半衰期</translation>
    </message>
    <message>
        <source>does not age</source>
        <translation>不衰减</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>A report counts half as much for each such age, from the latest report back</source>
        <translation>自最近一条起，每隔此天数权重减半</translation>
    </message>
</context>
<context>
    <name>app::HeatLegend</name>
    <message>
        <source>Quartic kernel</source>
        <translation>四次核</translation>
    </message>
    <message>
        <source>Epanechnikov kernel</source>
        <translation>Epanechnikov 核</translation>
    </message>
    <message>
        <source>Uniform kernel</source>
        <translation>均匀核</translation>
    </message>
    <message>
        <source>Triangular kernel</source>
        <translation>三角核</translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation>高斯核</translation>
    </message>
    <message>
        <source>%1 · bandwidth %2 m</source>
        <translation>%1 · 带宽 %2 m</translation>
    </message>
    <message>
        <source>Hazard density</source>
        <translation>隐患密度</translation>
    </message>
    <message>
        <source>reports/ha</source>
        <translation>件/公顷</translation>
    </message>
</context>
<context>
    <name>app::HeatPanel</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Grid %1 × %2 cells, %3, %4 reports</source>
        <translation>格网 %1 × %2，%3，%4 条隐患</translation>
    </message>
    <message>
        <source>No report passes the filter.</source>
        <translation>没有隐患通过筛选。</translation>
    </message>
    <message>
        <source>This needs %1 of memory. Take larger cells or a smaller bandwidth, or compute it anyway.</source>
        <translation>需要内存 %1。请加大格网或减小带宽，或仍然计算。</translation>
    </message>
    <message>
        <source>Greatest: %1 reports per hectare
Sum of weights: %2</source>
        <translation>最大：每公顷 %1 件
权重合计：%2</translation>
    </message>
    <message>
        <source>Show density</source>
        <translation>显示密度</translation>
    </message>
    <message>
        <source>Hide density</source>
        <translation>隐藏密度</translation>
    </message>
    <message>
        <source>Density settings</source>
        <translation>密度设置</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Sets everything back to the first values</source>
        <translation>全部恢复初始值</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Compute anyway</source>
        <translation>仍然计算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No hazard reports yet.</source>
        <translation>尚无隐患记录。</translation>
    </message>
    <message>
        <source>Import a CSV, XLSX or layer to see their density.</source>
        <translation>导入 CSV、XLSX 或图层，即可显示密度。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
</context>
<context>
    <name>app::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检视</translation>
    </message>
    <message>
        <source>Why here / why not here</source>
        <translation>为何可设 / 为何不可设</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放到</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Why charging may or may not stand at a place, and what is known of what you point at, is shown here.</source>
        <translation>此处显示某地为何可设或不可设，以及所点之物的已知情况。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
    <message>
        <source>Identify on the map</source>
        <translation>在图上点选</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Put it into a phase</source>
        <translation>列入某一阶段</translation>
    </message>
    <message>
        <source>What rules take was not measured.</source>
        <translation>尚未计算各规则所占用地。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Measuring what rules take… %1 %</source>
        <translation>正在计算各规则所占用地…… %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measuring what rules take…</source>
        <translation>正在计算各规则所占用地……</translation>
    </message>
</context>
<context>
    <name>app::LayerModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>app::LayerTree</name>
    <message>
        <source>Show only one layer</source>
        <translation>只显示一个图层</translation>
    </message>
    <message>
        <source>Show all layers</source>
        <translation>显示全部图层</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>显示图层</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Opacity of a layer</source>
        <translation>图层不透明度</translation>
    </message>
    <message>
        <source>Order of layers</source>
        <translation>图层顺序</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>筛选图层</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>只显示此层</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>To top</source>
        <translation>移到最上</translation>
    </message>
    <message>
        <source>To bottom</source>
        <translation>移到最下</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rule pack of the scenario</source>
        <translation>本方案的规则包</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>pack of this project</source>
        <translation>本工程所存的规则包</translation>
    </message>
    <message>
        <source>The map is on the clipboard as a picture.</source>
        <translation>地图已复制为图片。</translation>
    </message>
    <message>
        <source>Go to coordinates</source>
        <translation>定位到坐标</translation>
    </message>
    <message>
        <source>East, north in the working CRS (metres), or longitude, latitude (degrees):</source>
        <translation>工作坐标系的东、北坐标（米），或经度、纬度（度）：</translation>
    </message>
    <message>
        <source>“%1” is no pair of coordinates: write east, north, like 492013.2, 3274551.9.</source>
        <translation>“%1”不是一对坐标：请写东坐标、北坐标，如 492013.2, 3274551.9。</translation>
    </message>
    <message>
        <source>not to be occupied</source>
        <translation>不得占用</translation>
    </message>
    <message>
        <source>at least %1 m</source>
        <translation>不小于 %1 m</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Source: %3&lt;br&gt;Pack: %4 · status: %5 · rule: %6&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;来源：%3&lt;br&gt;规则包：%4 · 核实状态：%5 · 规则：%6&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Middle button, Space + drag</source>
        <translation>中键，或空格加拖动</translation>
    </message>
    <message>
        <source>Pan, whatever the tool</source>
        <translation>任何工具下平移</translation>
    </message>
    <message>
        <source>Arrows, + and −, Home</source>
        <translation>方向键，+ 和 −，Home</translation>
    </message>
    <message>
        <source>Pan, zoom, full extent</source>
        <translation>平移、缩放、全图</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End the tool&apos;s gesture</source>
        <translation>结束工具的当前操作</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Anchong</source>
        <translation>关于安充</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Anchong %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Finds where outdoor e-bike charging zones may stand, proves their distances, and plans the sites.&lt;/p&gt;&lt;p&gt;A planning check for the fire and housing bureaux; not an approval.&lt;/p&gt;&lt;p&gt;Free software, GPL-3.0 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;安充 %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;求电动自行车集中充电区可设之地，证明其净距，规划点位。&lt;/p&gt;&lt;p&gt;供消防、住建部门参考的规划核查，不代表审批通过。&lt;/p&gt;&lt;p&gt;自由软件，GPL-3.0 或更新版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Measured: %1 m</source>
        <translation>量得：%1 m</translation>
    </message>
    <message>
        <source>The maps move together</source>
        <translation>两图联动</translation>
    </message>
    <message>
        <source>The maps move apart</source>
        <translation>两图各自移动</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <translation>正在比选 %1 与 %2</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到此</translation>
    </message>
    <message>
        <source>Why here, why not</source>
        <translation>为何可设，为何不可</translation>
    </message>
    <message>
        <source>The pack covers every kind of obstacle and states every number that this project needs.</source>
        <translation>规则包管到各类障碍物，本工程所需数值齐全。</translation>
    </message>
    <message numerus="yes">
        <source>The pack has %n gap(s): the run log lists them.</source>
        <translation>
            <numerusform>规则包有 %n 处缺口，见运行日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the rules as a pack file</source>
        <translation>将规则另存为规则包文件</translation>
    </message>
    <message>
        <source>Rule packs (*.json)</source>
        <translation>规则包 (*.json)</translation>
    </message>
</context>
<context>
    <name>app::MapPair</name>
    <message>
        <source>The maps move together. Click to move them apart.</source>
        <translation>两图联动。单击后各自移动。</translation>
    </message>
    <message>
        <source>The maps move apart. Click to move them together.</source>
        <translation>两图各自移动。单击后联动。</translation>
    </message>
    <message>
        <source>Maps locked to one view</source>
        <translation>两图锁定同一视图</translation>
    </message>
</context>
<context>
    <name>app::MappingForm</name>
    <message>
        <source>east or longitude</source>
        <translation>东坐标或经度</translation>
    </message>
    <message>
        <source>north or latitude</source>
        <translation>北坐标或纬度</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>e-bikes</source>
        <translation>电动自行车数</translation>
    </message>
    <message>
        <source>property company</source>
        <translation>物业公司</translation>
    </message>
    <message>
        <source>year built</source>
        <translation>建成年份</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>height, m</source>
        <translation>高度，m</translation>
    </message>
    <message>
        <source>fire grade</source>
        <translation>耐火等级</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>blank walls</source>
        <translation>无窗墙</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>voltage, kV</source>
        <translation>电压，kV</translation>
    </message>
    <message>
        <source>pressure, MPa</source>
        <translation>压力，MPa</translation>
    </message>
    <message>
        <source>width, m</source>
        <translation>宽度，m</translation>
    </message>
    <message>
        <source>building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>surveyed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>spare capacity, kVA</source>
        <translation>富余容量，kVA</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>权属人</translation>
    </message>
    <message>
        <source>bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>responsible unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 (automatic)</source>
        <translation>%1（自动）</translation>
    </message>
    <message>
        <source>part of a building</source>
        <translation>建筑的构件</translation>
    </message>
    <message>
        <source>building that a part belongs to</source>
        <translation>构件所属的建筑</translation>
    </message>
    <message>
        <source>material of a part</source>
        <translation>构件的材料</translation>
    </message>
</context>
<context>
    <name>app::MeasureTool</name>
    <message>
        <source>no length here</source>
        <translation>此处无法量算</translation>
    </message>
</context>
<context>
    <name>app::MessageBar</name>
    <message>
        <source>Run log</source>
        <translation>运行记录</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>“%1” has not been run yet: run its plan first.</source>
        <translation>“%1”尚未计算：请先运行其计划。</translation>
    </message>
</context>
<context>
    <name>app::NewProjectDialog</name>
    <message>
        <source>Stopped; no project was written.</source>
        <translation>已停止，未写出工程。</translation>
    </message>
    <message>
        <source>Layers and tables</source>
        <translation>图层与表</translation>
    </message>
    <message>
        <source>Files to make the project of</source>
        <translation>组成工程的文件</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建工程</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>工程文件</translation>
    </message>
    <message>
        <source>Anchong projects</source>
        <translation>安充工程</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件……</translation>
    </message>
    <message>
        <source>Add the files that the project is made of.</source>
        <translation>请添加组成工程的文件。</translation>
    </message>
    <message>
        <source>%1: choose its role, or leave it out.</source>
        <translation>%1：请选择角色，或不选用。</translation>
    </message>
    <message>
        <source>The project file is one of the files to read, which is never replaced. Choose another name.</source>
        <translation>工程文件就是要读入的文件之一，不会覆盖它。请换一个名字。</translation>
    </message>
    <message>
        <source>No layer has the role building: add one, or choose the role.</source>
        <translation>没有“建筑”图层：请添加，或指定角色。</translation>
    </message>
    <message>
        <source>No layer has the role compound: add one, or make planning units from roads and buildings.</source>
        <translation>没有“小区”图层：请添加，或按道路与建筑划分规划单元。</translation>
    </message>
    <message>
        <source>Name the project file.</source>
        <translation>请填写工程文件名。</translation>
    </message>
    <message>
        <source>%1 exists. Replace it?</source>
        <translation>%1 已存在，是否替换？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Making %1…</source>
        <translation>正在建立 %1……</translation>
    </message>
    <message>
        <source>Files and what they hold</source>
        <translation>文件及其内容</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Layers of the township: buildings at least, better compounds, fire lanes and hazards too.</source>
        <translation>街道的图层：至少要有建筑，最好还有小区、消防车道和隐患。</translation>
    </message>
    <message>
        <source>None added yet. Shapefiles, GeoPackages, GeoJSON, CSV and KML can be dropped here.</source>
        <translation>尚未添加。可将 shapefile、GeoPackage、GeoJSON、CSV、KML 拖到这里。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件……</translation>
    </message>
    <message>
        <source>Make planning &amp;units from roads and buildings</source>
        <translation>按道路与建筑划分规划单元(&amp;U)</translation>
    </message>
    <message>
        <source>Where no compounds are given: the ground is split along roads, and each unit is marked as derived.</source>
        <translation>未给小区时：沿道路划分，每个单元标记为推定。</translation>
    </message>
    <message>
        <source>Rule &amp;pack</source>
        <translation>规则包(&amp;P)</translation>
    </message>
    <message>
        <source>Pro&amp;ject file</source>
        <translation>工程文件(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>建立工程</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>app::PhaseDelegate</name>
    <message>
        <source>In no phase</source>
        <translation>未列入阶段</translation>
    </message>
    <message>
        <source>compounds %1 · sites %2 · bays %3</source>
        <translation>小区 %1 · 点位 %2 · 车位 %3</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>app::PhaseForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Budget, yuan</source>
        <translation>预算（元）</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>This is no amount. Write it like 120 000 or 12万, or leave it empty.</source>
        <translation>这不是金额。请写成 120 000 或 12万 的样子，或留空。</translation>
    </message>
    <message>
        <source>An amount like 120 000 or 12万; empty: not set</source>
        <translation>金额，如 120 000 或 12万；留空表示未设</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
</context>
<context>
    <name>app::PhaseMenu</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>点位 %1</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 处点位</translation>
    </message>
    <message>
        <source>%1 compounds</source>
        <translation>%1 个小区</translation>
    </message>
    <message>
        <source>Compound %1</source>
        <translation>小区 %1</translation>
    </message>
    <message>
        <source>Choose sites or compounds first, in their tables or on the map.</source>
        <translation>请先在表中或地图上选择点位或小区。</translation>
    </message>
    <message>
        <source>%1: in no phase now</source>
        <translation>%1：现未列入任何阶段</translation>
    </message>
    <message>
        <source>%1: now in %2</source>
        <translation>%1：现列入%2</translation>
    </message>
    <message>
        <source>put into a new phase</source>
        <translation>列入新的阶段</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>New rollout</source>
        <translation>新增推广批次</translation>
    </message>
    <message>
        <source>Propose the p&amp;ilot…</source>
        <translation>提出试点建议(&amp;I)…</translation>
    </message>
    <message>
        <source>Ranks the compounds by their open hazards and puts the worst into the pilot</source>
        <translation>按未整改隐患给小区排序，把最急的列入试点</translation>
    </message>
    <message>
        <source>Put selection into p&amp;hase</source>
        <translation>所选列入阶段(&amp;H)</translation>
    </message>
    <message>
        <source>Put what is chosen into: %1</source>
        <translation>将所选列入：%1</translation>
    </message>
    <message>
        <source>Take what is chosen out of the phases</source>
        <translation>将所选移出分期</translation>
    </message>
</context>
<context>
    <name>app::PhasePanel</name>
    <message>
        <source>change a phase</source>
        <translation>更改阶段</translation>
    </message>
    <message>
        <source>add a phase</source>
        <translation>新增阶段</translation>
    </message>
    <message>
        <source>remove the last phase</source>
        <translation>去掉最后一个阶段</translation>
    </message>
    <message>
        <source>Zoom to its compounds</source>
        <translation>缩放到其小区</translation>
    </message>
    <message>
        <source>List its compounds</source>
        <translation>列出其小区</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Add a rollout</source>
        <translation>新增推广批次</translation>
    </message>
    <message>
        <source>Remove the last</source>
        <translation>去掉最后一批</translation>
    </message>
    <message>
        <source>Its compounds and sites are then in no phase</source>
        <translation>其小区与点位随之不列入任何阶段</translation>
    </message>
    <message>
        <source>Propose the pilot…</source>
        <translation>提出试点建议…</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放到此</translation>
    </message>
    <message>
        <source>Choose rows in the tables of sites or compounds, or right-click one on the map, and put it into a phase.</source>
        <translation>在点位表或小区表中选择若干行，或在地图上右击，即可列入某一阶段。</translation>
    </message>
    <message>
        <source>The pilot and the batches of the rollout, with what is built in each.</source>
        <translation>试点与各批推广，以及各阶段所建内容。</translation>
    </message>
    <message>
        <source>This project has no layer of compounds.</source>
        <translation>本工程没有小区图层。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>没有打开的工程。</translation>
    </message>
</context>
<context>
    <name>app::PlanRun</name>
    <message>
        <source>Cancelled; the earlier results stay.</source>
        <translation>已取消，原有结果未变。</translation>
    </message>
    <message>
        <source>Finding zones</source>
        <translation>正在求可设地</translation>
    </message>
    <message>
        <source>Running the plan</source>
        <translation>正在运行计划</translation>
    </message>
    <message>
        <source>Planned: %1 compounds, %2 sites that comply, %3 s</source>
        <translation>计划已算完 · %1 个小区，%2 个合规点位，%3 s</translation>
    </message>
    <message numerus="yes">
        <source>%n compound(s) could not be computed; the log says why.</source>
        <translation>
            <numerusform>%n 个小区未能算出，原因见运行记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>%1 of %2 sites are to be verified: assumed numbers or attributes decide them, or the margin is below the source&apos;s accuracy.</source>
        <translation>%2 个点位中有 %1 个待核实：由假定的数值或属性决定，或裕量小于来源精度。</translation>
    </message>
    <message>
        <source>What was assumed…</source>
        <translation>查看假定……</translation>
    </message>
    <message>
        <source>No compound gets a site. Identify a place on the map to see which rules take the ground.</source>
        <translation>没有小区得到点位。在图上点选一处，可见是哪些规则占去了地。</translation>
    </message>
    <message>
        <source>Planned: %1 sites with %2 bays, all of which comply.</source>
        <translation>计划已算完：%1 个点位，%2 个车位，全部符合。</translation>
    </message>
    <message>
        <source>Checking every distance</source>
        <translation>正在复核每处净距</translation>
    </message>
</context>
<context>
    <name>app::PreviewPane</name>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>points from a table</source>
        <translation>表格中的点</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>无几何</translation>
    </message>
    <message>
        <source>not counted, the file is large</source>
        <translation>文件较大，未计数</translation>
    </message>
    <message>
        <source>not known without a CRS</source>
        <translation>无坐标系，不能确定</translation>
    </message>
    <message>
        <source>not known: choose one in the table</source>
        <translation>未知：请在表中选择</translation>
    </message>
    <message>
        <source>%1 · chosen</source>
        <translation>%1 · 所选</translation>
    </message>
    <message>
        <source>%1 · guessed: %2</source>
        <translation>%1 · 推定：%2</translation>
    </message>
    <message>
        <source>%1 · said by the file</source>
        <translation>%1 · 文件所载</translation>
    </message>
    <message>
        <source>%1 · assumed, nothing says it</source>
        <translation>%1 · 假定，无从得知</translation>
    </message>
    <message>
        <source>%1 · said by the .cpg file</source>
        <translation>%1 · .cpg 文件所载</translation>
    </message>
    <message>
        <source>%1 · said by the table&apos;s language byte</source>
        <translation>%1 · 表的语言字节所载</translation>
    </message>
    <message>
        <source>%1 · all texts fit</source>
        <translation>%1 · 全部文字相符</translation>
    </message>
    <message>
        <source>%1 · fixed by the format</source>
        <translation>%1 · 格式规定</translation>
    </message>
    <message>
        <source>%1 of the texts shown do not fit: choose another</source>
        <translation>所示文字有 %1 处不符：请另选</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Columns for the fields of the role</source>
        <translation>角色字段对应的列</translation>
    </message>
    <message>
        <source>rows that name buildings</source>
        <translation>按建筑登记的行</translation>
    </message>
    <message>
        <source>where the buildings named in it stand</source>
        <translation>所列建筑之处</translation>
    </message>
    <message>
        <source>that of the buildings</source>
        <translation>同建筑图层</translation>
    </message>
</context>
<context>
    <name>app::ProjectFiles</name>
    <message>
        <source>Opened for reading only: another window has this project open, or the file cannot be written.</source>
        <translation>以只读方式打开：另一窗口已打开此工程，或文件不可写。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为……</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开工程</translation>
    </message>
    <message>
        <source>Anchong projects (*.gpkg)</source>
        <translation>安充工程 (*.gpkg)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Unsaved edits found</source>
        <translation>发现未保存的编辑</translation>
    </message>
    <message>
        <source>%1 has edits of %2 that were not saved. Take them up again?</source>
        <translation>%1 有 %2 的编辑尚未保存。是否恢复？</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>放弃这些编辑</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Making the sample township</source>
        <translation>正在生成示例街道</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>工程另存为</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>有未保存的编辑</translation>
    </message>
    <message>
        <source>%1 has edits that are not saved.</source>
        <translation>%1 有尚未保存的编辑。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>app::ProposalPage</name>
    <message>
        <source>propose the pilot</source>
        <translation>提出试点建议</translation>
    </message>
    <message>
        <source>Back to the phases</source>
        <translation>返回分期</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Propose the pilot</source>
        <translation>提出试点建议</translation>
    </message>
    <message>
        <source>The worst first: by the greatest density of open hazards, then by their number. Only a compound with a site can be in the pilot; the others with a site go into rollout 1, unless they were put into a later batch.</source>
        <translation>先急后缓：先看未整改隐患的最大密度，再看其数量。只有已有点位的小区可列入试点；其余有点位的小区列入推广 1，已列入更后批次的不变。</translation>
    </message>
    <message>
        <source>Pilot compounds</source>
        <translation>试点小区数</translation>
    </message>
    <message>
        <source>of %1 with a site</source>
        <translation>共 %1 个有点位</translation>
    </message>
    <message>
        <source>Put into phases</source>
        <translation>列入分期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The compounds ranked by their open hazards, with the pilot proposed from the worst.</source>
        <translation>小区按未整改隐患排序，并由最急者提出试点建议。</translation>
    </message>
    <message>
        <source>The plan has not been run for this scenario.</source>
        <translation>本方案尚未计算。</translation>
    </message>
    <message>
        <source>Run plan</source>
        <translation>运行规划</translation>
    </message>
    <message>
        <source>No open hazard speaks for one compound before another: the order is that of their numbers. Import reports first.</source>
        <translation>没有未整改隐患可分先后，现按编号排列。请先导入隐患记录。</translation>
    </message>
    <message>
        <source>%1: compounds %2, sites %3, bays %4.
%5: compounds %6.</source>
        <translation>%1：小区 %2，点位 %3，车位 %4。
%5：小区 %6。</translation>
    </message>
</context>
<context>
    <name>app::RankingModel</name>
    <message>
        <source>Stays in no phase.</source>
        <translation>仍不列入任何阶段。</translation>
    </message>
    <message>
        <source>Goes into: %1.</source>
        <translation>将列入：%1。</translation>
    </message>
    <message>
        <source>#</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Rank, and the phase it would go into</source>
        <translation>名次，以及将列入的阶段</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>/ha</source>
        <translation>/公顷</translation>
    </message>
    <message>
        <source>Greatest density of open hazards over it, reports per hectare</source>
        <translation>小区范围内未整改隐患的最大密度，件/公顷</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>Open hazard reports inside</source>
        <translation>小区内未整改的隐患</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Sites of the plan in it</source>
        <translation>小区内规划的点位</translation>
    </message>
</context>
<context>
    <name>app::RecordTable</name>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到此</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>app::RuleModel</name>
    <message>
        <source>In the pack that it extends: %1</source>
        <translation>所继承的规则包中为：%1</translation>
    </message>
    <message>
        <source>Superseded by: %1</source>
        <translation>被替代：%1</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条文</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>app::RulePanel</name>
    <message>
        <source>Changed only (%1)</source>
        <translation>只看改动（%1）</translation>
    </message>
    <message>
        <source>%1, extends %2</source>
        <translation>%1，继承 %2</translation>
    </message>
    <message numerus="yes">
        <source>own copy, used by %n scenario(s)</source>
        <translation>
            <numerusform>自有副本，%n 个方案在用</numerusform>
        </translation>
    </message>
    <message>
        <source>the first change makes an own copy of it</source>
        <translation>首次修改时另存为自有副本</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of this pack are asked for and not stated: no plan can be made before those that are needed are filled in.</source>
        <translation>
            <numerusform>本规则包有 %n 个数值待填：所需的填齐之前不能计算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Rules of the pack</source>
        <translation>规则包的规则</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Which obstacles the pack leaves without a rule</source>
        <translation>规则包没有管到哪些障碍物</translation>
    </message>
    <message>
        <source>The rules that differ, as a file that other projects can use</source>
        <translation>把有改动的规则存成文件，供其他工程使用</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take the rule again as the pack that this one extends has it</source>
        <translation>还原为所继承规则包中的写法</translation>
    </message>
    <message>
        <source>Back to the rule of the pack that this one extends</source>
        <translation>还原为所继承规则包的规则</translation>
    </message>
    <message>
        <source>Every number of the rule pack, with its clause, source and status.</source>
        <translation>规则包的每个数值及其条文、出处和状态。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>没有打开的工程。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为……</translation>
    </message>
</context>
<context>
    <name>app::RunLogPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clears the run log; nothing of the project is lost</source>
        <translation>清空运行记录；工程内容不受影响</translation>
    </message>
    <message>
        <source>What imports and runs find is listed here.</source>
        <translation>导入和运行中的发现列在这里。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无记录。</translation>
    </message>
</context>
<context>
    <name>app::ScenarioPanel</name>
    <message>
        <source>pack of this project</source>
        <translation>本工程所带规则包</translation>
    </message>
    <message>
        <source>not in this project</source>
        <translation>本工程没有</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未计算</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Rules not noted</source>
        <translation>规则未记录</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新</translation>
    </message>
    <message numerus="yes">
        <source>%n distance(s) assumed here: sites that they govern are to be verified.</source>
        <translation>
            <numerusform>本方案有 %n 项假设距离：由其控制的点位为待核实。</numerusform>
        </translation>
    </message>
    <message>
        <source>Also those on which nothing of the results rests</source>
        <translation>也列出结果未用到的距离</translation>
    </message>
    <message>
        <source>All %1 distances of the pack</source>
        <translation>规则包的全部 %1 项距离</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Zone type</source>
        <translation>充电区类型</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Distances of this scenario</source>
        <translation>本方案的距离</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Make the plan of this scenario</source>
        <translation>计算本方案的规划</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Take the pack&apos;s distances again, everywhere</source>
        <translation>全部改回规则包的距离</translation>
    </message>
    <message>
        <source>Back to the pack&apos;s distance</source>
        <translation>改回规则包的距离</translation>
    </message>
    <message>
        <source>What a scenario assumes: its rules and single distances.</source>
        <translation>方案的设定：规则包与个别距离。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>没有打开的工程。</translation>
    </message>
    <message>
        <source>Built, %1 h</source>
        <translation>建，%1 h</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不建</translation>
    </message>
    <message>
        <source>Dividers</source>
        <translation>隔墙</translation>
    </message>
    <message>
        <source>Fire rating of the dividers built beside zones and between groups: they stand for distance where the pack lets them</source>
        <translation>充电区旁和组间所建隔墙的耐火极限：规则包允许时以隔墙代替间距</translation>
    </message>
</context>
<context>
    <name>app::ScenarioTabs</name>
    <message>
        <source>%1: not run yet</source>
        <translation>%1：尚未计算</translation>
    </message>
    <message>
        <source>%1: its rules were changed after its last run</source>
        <translation>%1：规则在上次计算后已更改</translation>
    </message>
    <message>
        <source>%1: it was not noted by which rules it was run</source>
        <translation>%1：未记录计算时所用规则</translation>
    </message>
    <message>
        <source>%1: double click to rename</source>
        <translation>%1：双击可改名</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>改名(&amp;R)…</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>与之比选(&amp;C)</translation>
    </message>
    <message>
        <source>Duplicate scenario</source>
        <translation>复制方案</translation>
    </message>
    <message>
        <source>Name of the copy of “%1”:</source>
        <translation>“%1”副本的名称：</translation>
    </message>
    <message>
        <source>Rename scenario</source>
        <translation>方案改名</translation>
    </message>
    <message>
        <source>New name of “%1”:</source>
        <translation>“%1”的新名称：</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Duplicate the scenario shown</source>
        <translation>复制所示方案</translation>
    </message>
</context>
<context>
    <name>app::SetPhasing</name>
    <message numerus="yes">
        <source>put %n compound(s) into the pilot</source>
        <translation>
            <numerusform>将 %n 个小区列入试点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n compound(s) into rollout %1</source>
        <translation>
            <numerusform>将 %n 个小区列入推广 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take %n compound(s) out of the phases</source>
        <translation>
            <numerusform>将 %n 个小区移出分期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n site(s) into the pilot</source>
        <translation>
            <numerusform>将 %n 处点位列入试点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put %n site(s) into rollout %1</source>
        <translation>
            <numerusform>将 %n 处点位列入推广 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take %n site(s) out of the phases</source>
        <translation>
            <numerusform>将 %n 处点位移出分期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SetResults</name>
    <message>
        <source>run the plan</source>
        <translation>运行计划</translation>
    </message>
</context>
<context>
    <name>app::SetScenarios</name>
    <message>
        <source>change the rules</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>duplicate the scenario %1</source>
        <translation>复制方案 %1</translation>
    </message>
    <message>
        <source>rename the scenario %1</source>
        <translation>方案 %1 改名</translation>
    </message>
    <message>
        <source>delete the scenario %1</source>
        <translation>删除方案 %1</translation>
    </message>
    <message>
        <source>edit the rule %1</source>
        <translation>修改规则 %1</translation>
    </message>
    <message>
        <source>reset the rule %1</source>
        <translation>还原规则 %1</translation>
    </message>
</context>
<context>
    <name>app::SetStrips</name>
    <message numerus="yes">
        <source>reopen %n presumed place(s)</source>
        <translation>
            <numerusform>恢复 %n 处推定用地为待定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirm %n presumed place(s)</source>
        <translation>
            <numerusform>确认 %n 处推定用地</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dismiss %n presumed place(s)</source>
        <translation>
            <numerusform>排除 %n 处推定用地</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SheetDialog</name>
    <message>
        <source>Site plans on paper</source>
        <translation>图纸</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送往打印机。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，未写入任何文件。</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>全部阶段</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英双语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>All in one PDF</source>
        <translation>合为一个 PDF</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit the page (0)</source>
        <translation>适合整页 (0)</translation>
    </message>
    <message>
        <source>As large as on paper</source>
        <translation>与纸上等大</translation>
    </message>
    <message>
        <source>Making the sheets…</source>
        <translation>正在制图…</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n 张图纸</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the PDF files</source>
        <translation>PDF 文件的存放文件夹</translation>
    </message>
    <message>
        <source>Writing the PDF files…</source>
        <translation>正在写入 PDF 文件…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
</context>
<context>
    <name>app::Sheets</name>
    <message>
        <source>There are no sites to draw: run the plan first (F5).</source>
        <translation>没有可绘的点位：请先运行规划 (F5)。</translation>
    </message>
    <message>
        <source>The rules have changed since these results were made: run the plan again (F5), then draw the sheets.</source>
        <translation>规则在计算之后已更改：请重新运行规划 (F5)，再绘图纸。</translation>
    </message>
</context>
<context>
    <name>app::SitePanel</name>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Zone type</source>
        <translation>设施类型</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Area m²</source>
        <translation>面积 m²</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Margin m</source>
        <translation>裕量 m</translation>
    </message>
    <message>
        <source>Governing clause</source>
        <translation>控制条款</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Sites of the plan: how many bays, how far from everything.</source>
        <translation>计划的点位：多少车位，离各处多远。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
    <message>
        <source>The plan has not been run for this scenario.</source>
        <translation>本方案尚未运行计划。</translation>
    </message>
    <message>
        <source>Run plan</source>
        <translation>运行计划</translation>
    </message>
    <message>
        <source>This plan has no sites.</source>
        <translation>本计划没有点位。</translation>
    </message>
    <message>
        <source>No zone holds a layout of bays. The table of compounds and the run log say why.</source>
        <translation>没有一处可设地能排下车位。原因见小区表和运行记录。</translation>
    </message>
</context>
<context>
    <name>app::SourceModel</name>
    <message>
        <source>– no role –</source>
        <translation>– 未定角色 –</translation>
    </message>
    <message>
        <source>%1 (automatic)</source>
        <translation>%1（自动）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中……</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>many</source>
        <translation>很多</translation>
    </message>
    <message>
        <source>How far off a position of the file may be, in metres</source>
        <translation>文件中位置的误差，米</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>± m</source>
        <translation>± m</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>the buildings’</source>
        <translation>同建筑</translation>
    </message>
</context>
<context>
    <name>app::StartPage</name>
    <message>
        <source>Anchong: outdoor e-bike charging zones</source>
        <translation>安充：电动自行车集中充电区规划</translation>
    </message>
    <message>
        <source>Finds where charging may stand in a residential compound, proves each distance, and says why not elsewhere.</source>
        <translation>求小区内何处可设充电区，逐一证明净距，并说明别处为何不可设。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建工程……</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开工程……</translation>
    </message>
    <message>
        <source>Open the sample township</source>
        <translation>打开示例街道</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的工程</translation>
    </message>
    <message>
        <source>None opened yet. A project file can also be dropped on this window.</source>
        <translation>尚未打开过。也可将工程文件拖到本窗口。</translation>
    </message>
    <message>
        <source>A planning check for the fire and housing bureaux; not an approval.</source>
        <translation>本程序成果为规划核查，供消防、住建部门参考，不代表审批通过。</translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message>
        <source>%1 %, about %2 min left</source>
        <translation>%1 %，约剩 %2 分钟</translation>
    </message>
    <message>
        <source>%1 %, about %2 s left</source>
        <translation>%1 %，约剩 %2 秒</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>ground %1</source>
        <translation>地面 %1</translation>
    </message>
    <message>
        <source>Grid metres per ground metre at the middle of the map</source>
        <translation>地图中心处每地面米合多少图上米</translation>
    </message>
    <message>
        <source>East, north of the pointer in the working CRS, metres</source>
        <translation>指针处的东、北坐标，工作坐标系，米</translation>
    </message>
    <message>
        <source>Stop; what was there before stays (Ctrl+.)</source>
        <translation>停止；原有内容不变 (Ctrl+.)</translation>
    </message>
</context>
<context>
    <name>app::StepStrip</name>
    <message>
        <source>Collect</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>可设地</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Input layers and what was found in them</source>
        <translation>输入图层及其中的发现</translation>
    </message>
    <message>
        <source>The rule pack of this scenario</source>
        <translation>本方案的规则包</translation>
    </message>
    <message>
        <source>Where charging may stand</source>
        <translation>何处可设充电区</translation>
    </message>
    <message>
        <source>Bays laid into the zones, with their verdicts</source>
        <translation>排入可设地的车位及其结论</translation>
    </message>
    <message>
        <source>Hazard reports and their density</source>
        <translation>隐患记录及其密度</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比选</translation>
    </message>
    <message>
        <source>What is built in the pilot, and what later</source>
        <translation>哪些在试点建设，哪些随后推广</translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation>方案并列比较</translation>
    </message>
    <message>
        <source>Sheets and files for the bureau</source>
        <translation>交付主管部门的图纸与文件</translation>
    </message>
</context>
<context>
    <name>app::StripPanel</name>
    <message numerus="yes">
        <source>%n presumed place(s) decided. Run the plan to see the ground.</source>
        <translation>
            <numerusform>已决定 %n 处推定用地。请运行计划以更新可设地。</numerusform>
        </translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Presumed ground</source>
        <translation>推定用地</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Ground lost m²</source>
        <translation>损失用地 m²</translation>
    </message>
    <message>
        <source>Sites on it</source>
        <translation>其上点位</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>恢复待定</translation>
    </message>
    <message>
        <source>Ground that fire appliances need though nobody surveyed it: strips beside high-rises, turning room of fire lanes.</source>
        <translation>消防车需要而未经实测的用地：高层建筑旁的登高操作条带、消防车道的转弯与回车用地。</translation>
    </message>
    <message>
        <source>Nothing had to be presumed.</source>
        <translation>没有需要推定的用地。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>尚未打开工程。</translation>
    </message>
</context>
<context>
    <name>app::TableDock</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Shows rows that have every word (Ctrl+F)</source>
        <translation>显示含全部字词的行 (Ctrl+F)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>app::WeightList</name>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Weight of severity %1</source>
        <translation>等级“%1”的权重</translation>
    </message>
</context>
</TS>
