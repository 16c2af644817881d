// A second corpus, written by somebody who had not seen the checks: it measures them, they were not written for it. All persons, numbers and units are invented.
import { heldOutNumbers } from './held-out-numbers.ts'
import type { Kind, Setting } from './shape.ts'

export interface HeldOut {
  /** What the check of this kind must find something in. */
  readonly wrong: readonly string[]
  /** What it must find nothing in. */
  readonly right: readonly string[]
}

/** Units that two of the kinds are about. */
export const heldOutSettings: Readonly<Partial<Record<Kind, Setting>>> = {
  'foreign-unit': { unitName: '云溪县民政局', title: '云溪县民政局2024年政府信息公开工作年度报告', kind: '报告' },
  leader: {
    unitName: '云溪县人民政府',
    leaders: [
      { name: '邬启航', titles: ['县长'] },
      { name: '覃若澜', titles: ['副县长'] },
      { name: '闵伯言', titles: ['县委书记'] },
      { name: '欧阳明澈', titles: ['县政府办公室主任'] },
    ],
  },
}

export const heldOut: Readonly<Record<Exclude<Kind, 'metadata'>, HeldOut>> = {
  ...heldOutNumbers,
  'foreign-unit': {
    wrong: [
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>2024年,桐川县民政局认真贯彻《政府信息公开条例》。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>云溪县教育局主动公开信息312条,收到申请4件。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>我局,即南浦市民政局,设立公开专栏。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>下一步,云溪县水<b>利</b>局将加强队伍建设。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><table><tr><td>填报单位</td><td>石岭区卫生健康局</td></tr></table>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>桐川县人民政府<br>2025年1月16日</p>',
    ],
    right: [
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>云溪县民政局主动公开信息312条。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>根据云溪县人民政府办公室要求编制本报告。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>与云溪县财政局联合印发文件2件。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>县司法局组织的培训,我局派员参加3人次。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>依据民政部、国务院办公厅有关规定,县民政局开展自查。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>收到云溪县人民法院行政诉讼应诉通知书1件。</p>',
      '<h1>云溪县民政局2024年政府信息公开工作年度报告</h1><p>本报告电子版可在云溪县人民政府门户网站下载。</p>',
    ],
  },
  leader: {
    wrong: [
      '<p>县委书记邬启航主持召开常务会议。</p><p>上述事项由业务科室负责解释。</p>',
      '<p>县长覃若澜调研学校。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>会议由副县长<b>邬启航</b>主持。</p>',
      '<p>闵伯言县长出席开工仪式。</p><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<p>出席:县长 闵伯言,副县长 覃若澜。</p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>县政府办公室副主任欧阳明澈作说明。</p>',
    ],
    right: [
      '<p>县长邬启航主持会议,副县长覃若澜出席。</p>',
      '<p>县委书记闵伯言强调,要抓好春耕。</p>',
      '<p>县委副书记、县长邬启航讲话。</p><p>上述事项由业务科室负责解释。</p>',
      '<p>副县长、公安局局长覃若澜通报情况。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>县长热线收到来信60件,邬启航县长批示。</p>',
      '<p>受县长委托,副县长覃若澜报告工作。</p><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<p>县政府办公室主任<b>欧阳明澈</b>汇报。</p>',
    ],
  },
  date: {
    wrong: [
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>自2024年2月30日起施行。</p>',
      '<p>公示期至2025年6月31日。</p><p>如有异议,请以书面形式实名反映。</p>',
      '<p>会议于2025年13月5日召开。</p>',
      '<p>云溪县审计局<br>201611日</p>',
      '<p>签订日期:２０２３年２月２９日</p><p>上述事项由业务科室负责解释。</p>',
      '<p>有效期至2025-09-31。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>截止<b>2025</b>年<b>4</b>月<b>31</b>日。</p>',
      '<p>二〇二五年十一月三十一日</p><p>请各有关单位结合实际,认真抓好落实。</p>',
    ],
    right: [
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>自2024年2月29日起施行。</p>',
      '<p>二〇二四年二月二十九日</p><p>如有异议,请以书面形式实名反映。</p>',
      '<p>工期13个月,另加31日历天。</p>',
      '<p>2025年第13次常务会议纪要。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>2025年1月1日—12月31日执行情况。</p>',
      '<p>13月龄以上儿童接种,每月31日前上报当月数据。</p><p>请各有关单位结合实际,认真抓好落实。</p>',
    ],
  },
  'document-number': {
    wrong: [
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>云政发[2024]12号</p>',
      '<p>根据《通知》(云政办发(2025)8号)精神。</p><p>如有异议,请以书面形式实名反映。</p>',
      '<p>云财农【2024】31号</p>',
      '<p>云环罚字［２０２５］７号</p>',
      '<p>云人社发〔2024)16号</p><p>上述事项由业务科室负责解释。</p>',
      '<p>按云建<b>[2025]</b>44号文件执行。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>云政发（2023）5号自即日起废止。</p>',
      '<p>云自然资〈2024〉9号</p><p>请各有关单位结合实际,认真抓好落实。</p>',
    ],
    right: [
      '<p>云政发〔2024〕12号</p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>云政发〔2024〕<b>12</b>号</p>',
      '<p>(2024)浙0182民初1123号民事判决书。</p><p>如有异议,请以书面形式实名反映。</p>',
      '<p>浙(2024)云溪县不动产权第0012345号</p>',
      '<p>参考文献:[2024] 《地方财政研究》第8期。</p><p>上述事项由业务科室负责解释。</p>',
      '<p>会议(2024)研究12号地块出让方案。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>云溪县自然资源局公告2025年第3号</p>',
    ],
  },
  'table-sum': {
    wrong: [
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>基本支出</td><td>320</td></tr><tr><td>项目支出</td><td>180</td></tr><tr><td>合计</td><td>510</td></tr></table><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>工资福利</td><td>1,245.60</td></tr><tr><td>商品服务</td><td>318.40</td></tr><tr><td>合计</td><td>1,546.00</td></tr></table>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>教育</td><td>１２０</td></tr><tr><td>卫生</td><td>８５</td></tr><tr><td>合计</td><td>２１５</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>合计</td><td>96</td></tr><tr><td>城关镇</td><td>41</td></tr><tr><td>石门镇</td><td>38</td></tr><tr><td>南桥镇</td><td>18</td></tr></table><p>如有异议,请以书面形式实名反映。</p>',
      '<table><caption>2025年部门收支表</caption><tr><th>季度</th><th>受理</th><th>办结</th></tr><tr><td>一季度</td><td>12</td><td>30</td></tr><tr><td>二季度</td><td>15</td><td>28</td></tr><tr><td>合计</td><td>27</td><td>60</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>类别</th><th>城镇</th><th>农村</th><th>合计</th></tr><tr><td>低保</td><td>50</td><td>70</td><td>130</td></tr><tr><td>特困</td><td>20</td><td>10</td><td>30</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>甲</td><td><b>3</b>5</td></tr><tr><td>乙</td><td>25</td></tr><tr><td><b>总计</b></td><td><b>70</b></td></tr></table><p>上述事项由业务科室负责解释。</p>',
    ],
    right: [
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>基本支出</td><td>320</td></tr><tr><td>项目支出</td><td>180</td></tr><tr><td>合计</td><td>500</td></tr></table>',
      '<p>根据有关规定,现将相关情况公示如下。</p><table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>工资福利</td><td>1,245.60</td></tr><tr><td>商品服务</td><td>318.40</td></tr><tr><td>合计</td><td>1,564.00</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>教育</td><td>120</td></tr><tr><td>其中:小学</td><td>70</td></tr><tr><td>其中:初中</td><td>50</td></tr><tr><td>卫生</td><td>80</td></tr><tr><td>合计</td><td>200</td></tr></table>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>增长率%</td><td>4.1</td></tr><tr><td>占比%</td><td>52.0</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>2023年</td><td>100</td></tr><tr><td>2024年</td><td>110</td></tr><tr><td>2025年</td><td>125</td></tr></table><p>如有异议,请以书面形式实名反映。</p>',
      '<table><caption>2025年部门收支表</caption><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>收入</td><td>500</td></tr><tr><td>支出</td><td>480</td></tr><tr><td>结余</td><td>20</td></tr></table>',
      '<table><caption>2025年部门收支表</caption><tr><th>类别</th><th>城镇</th><th>农村</th><th>合计</th></tr><tr><td>低保</td><td>50</td><td>70</td><td>120</td></tr><tr><td>特困</td><td>20</td><td>10</td><td>30</td></tr><tr><td>合计</td><td>70</td><td>80</td><td>150</td></tr></table>',
    ],
  },
  'prose-sum': {
    wrong: [
      '<p>全年支出500万元,其中基本支出300万元,项目支出180万元。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>收到申请36件,其中网络20件、信函11件、当面7件,共计36件。</p>',
      '<p>“三公”经费合计２８.５万元:公务接待费６.５万元,公务用车费２０万元,因公出国费０万元。</p><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>录用人员共18名,其中男8名,女12名。</p>',
    ],
    right: [
      '<p>全年支出480万元,其中基本支出300万元,项目支出180万元。</p>',
      '<p>收到申请36件,其中网络20件。</p>',
      '<p>全年支出500万元,其中教育支出200万元、卫生支出120万元等。</p><p>上述事项由业务科室负责解释。</p>',
      '<p>共处罚45家,较上年增长12家,其中罚款30家,整改15家。</p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>总投资1.26亿元,其中中央资金8000万元、县级资金4600万元。</p>',
      '<p>共建设公路38公里、桥梁4座、涵洞12个。</p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>合计占比100%,其中工业52.4%、农业17.5%、服务业30.1%。</p>',
    ],
  },
  link: {
    wrong: [
      '<p>详见<a href="http//www.yunxi.gov.cn/tz">通知</a></p><p>如有异议,请以书面形式实名反映。</p>',
      '<p><a href="http://http://www.yunxi.gov.cn/">首页</a></p>',
      '<p><a href="http://192.168.10.25/oa/file.doc">附件下载</a></p>',
      '<p><a href="file:///C:/Users/admin/Desktop/公告.doc">公告</a></p><p>上述事项由业务科室负责解释。</p>',
      '<p><a href="">申请表</a></p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p><a href="http://localhost:8080/list">名单</a></p>',
      '<p><a href="https://www.yunxi,gov.cn/a.html">办事指南</a></p><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<p><a href="htp://www.yunxi.gov.cn/a.html">指南</a></p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p><a href="http://10.28.3.7:7001/portal">系统入口</a></p>',
    ],
    right: [
      '<p><a href="https://www.yunxi.example.cn/tz/202501.html">通知</a></p><p>如有异议,请以书面形式实名反映。</p>',
      '<p><a href="mailto:xxgk@yunxi.example.cn">电子邮箱</a></p>',
      '<p><a href="tel:057164130028">拨打电话</a></p>',
      '<p id="a1"></p><p><a href="#a1">返回目录</a></p><p>上述事项由业务科室负责解释。</p>',
      '<p><a href="/attach/2025/表1.xlsx">附件1</a></p>',
      '<p>根据有关规定,现将相关情况公示如下。</p><p>网址为http://www.yunxi.example.cn/,可登录查询。</p>',
      '<p><a href="https://www.yunxi.example.cn/s?q=%E9%80%9A%E7%9F%A5&amp;p=2">检索</a></p>',
    ],
  },
  picture: {
    wrong: [
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p><img src="/img/1.jpg"></p>',
      '<p><img src="/img/2.png" alt="   "></p><p>如有异议,请以书面形式实名反映。</p>',
      '<figure><img src="/img/3.jpg" width="600"/><figcaption>图1</figcaption></figure>',
      '<p>规划图:<br><IMG SRC="/img/4.gif" title=""></p>',
      '<table><tr><td><img src="/img/5.jpg" data-alt="流程图"></td></tr></table><p>上述事项由业务科室负责解释。</p>',
    ],
    right: [
      '<p><img src="/img/1.jpg" alt="云溪县办事流程图"></p><p>请各有关单位结合实际,认真抓好落实。</p>',
      '<p><img alt=\'会议现场\' src=\'/img/2.jpg\'></p>',
      '<p>经集体研究并报分管领导同意,现将有关事项通报如下。</p><p>请勿使用&lt;img&gt;标签。</p>',
      '<p><img src="/img/3.jpg" alt="预算&gt;决算对比柱状图"></p>',
      '<p><IMG SRC="/img/4.jpg" ALT="规划总平面图"></p>',
      '<p>政策图解见附件1(图片格式)。</p><p>上述事项由业务科室负责解释。</p>',
      '<p><img src="/img/5.jpg"  alt="2025年支出结构饼图" /></p>',
    ],
  },
} // prettier-ignore
