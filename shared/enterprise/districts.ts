/** STN-03-B: the 17 recommenders. 经开区 has no county code of its own. */
export const DISTRICTS = {
  '110101': '东城区',
  '110102': '西城区',
  '110105': '朝阳区',
  '110106': '丰台区',
  '110107': '石景山区',
  '110108': '海淀区',
  '110109': '门头沟区',
  '110111': '房山区',
  '110112': '通州区',
  '110113': '顺义区',
  '110114': '昌平区',
  '110115': '大兴区',
  '110116': '怀柔区',
  '110117': '平谷区',
  '110118': '密云区',
  '110119': '延庆区',
  BDA: '经开区',
} as const;

export type DistrictCode = keyof typeof DISTRICTS;
export const DISTRICT_CODES = Object.keys(DISTRICTS) as DistrictCode[];
const NAMES = new Map<string, string>(Object.entries(DISTRICTS));
/** What is no district is called what it says. */
export const districtName = (code: string): string => NAMES.get(code) ?? code;
