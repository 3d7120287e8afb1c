/** Invented names and sentences. Nothing here means a real person, enterprise or institution. */

const chars = (text: string): readonly string[] => [...text];

export const BRAND_FIRST = chars(
  '青澄远知石蓝松砚禾岚霁朔岑栖映汀疏衡稷芷葭棠樟槐柘榆溯渚泓沅砺杼笺梧蓼薇沚岱皓曜翊澹旻垣畦',
);
export const BRAND_SECOND = chars(
  '穗湖岫更峡杉泉序坡渡岭野屿桥麓舟栈圃陂洲坞庐籁笛砂瓴帆棹壤藜苇芥峦澍霖翎舵轩檐畴篱蘅楫',
);

export const FORMS = ['有限公司', '有限公司', '有限公司', '科技有限公司', '技术有限公司', '股份有限公司'] as const;

export const ROADS = [
  '云章路',
  '启衡街',
  '砚池路',
  '知行北街',
  '望岫路',
  '稻香东路',
  '汇川街',
  '三槐路',
  '青榆大街',
  '澄观路',
] as const;
export const PARKS = ['创新园', '智造基地', '科创中心', '孵化园', '产业园'] as const;

export const FAMILY_NAMES = chars(
  '林苏方孟程谢沈韩唐曹许邓冯萧田董潘袁蔡蒋余叶杜魏薛阎汪卢姚贾邹熊陆郝孔崔康邱秦江史顾侯邵龙万雷钱汤尹黎',
);
const GIVEN_FIRST = chars('知晚若书明景亦静致怀清思文嘉子承予昭以安');
const GIVEN_SECOND = chars('夏晴溪远川和农行宁舒衡尧瑜岚朗澜琛之桐白');
export const GIVEN_NAMES = GIVEN_FIRST.flatMap((first) => GIVEN_SECOND.map((second) => first + second));

export const EMPLOYERS = [
  '北辰先进材料研究院',
  '京畿理工大学',
  '华岳科技大学',
  '燕北农业大学',
  '永定河医科大学',
  '首善交通学院',
  '青岩精密机械研究所',
  '云岗能源动力研究所',
  '西山计算技术研究院',
  '渤北环境科学研究院',
  '朔方光电研究所',
  '蓟门标准与计量研究院',
] as const;
export const TITLES = ['研究员', '副研究员', '教授', '副教授', '教授级高级工程师', '高级工程师'] as const;
export const ENTERPRISE_TITLES = ['技术总监', '生产总监', '研发经理', '总工程师', '质量经理', '总经理助理'] as const;
export const ATTENDEE_TITLES = ['工艺工程师', '研发工程师', '车间主任', '设备主管'] as const;

export const COMMENTS = [
  '现场就把原因找到了，给的方案当天能试。',
  '讲得清楚，带着测试仪器来的，很受用。',
  '建议改的两处参数我们第二周已经验证。',
  '帮我们联系了检测平台，省了不少弯路。',
  '问题复杂，还要再来一次。',
  '对生产线比较熟，工人也听得懂。',
] as const;
export const LOW_COMMENTS = ['来得晚，时间有点短。', '方向和我们的需求不太对口。', '希望下次带上具体数据。'] as const;

export const CANCEL_REASONS = [
  '企业当天停产检修，另约时间',
  '特派员临时参加评审会',
  '企业负责人出差，改到下月',
] as const;
export const MAKE_UP_REASONS = [
  '车间没有信号，走时忘了扫码',
  '手机没电，当天没能签到',
  '接待人临时去处理设备故障，没来得及签到',
] as const;
export const OVERNIGHT_REASON = '夜班试产，测试到凌晨';
export const OVERRIDE_REASON = '企业在本区有中试基地，服务在基地进行';
export const PARTIES = [
  ['学协会', '京畿传感技术学会'],
  ['学协会', '燕北农业工程学会'],
  ['学协会', '华北绿色能源协会'],
  ['学协会', '京畿医疗器械学会'],
  ['学协会', '智能装备科技工作者协会'],
  ['高校科协', '京畿理工大学科协'],
  ['高校科协', '华岳科技大学科协'],
  ['高校科协', '燕北农业大学科协'],
] as const;
