import type { DistrictCode } from '../../shared/enterprise';
import type { StationClass } from '../../shared/station';

/** What a station will have reached by 31 October, if nothing is voided: the demonstration aims at it, the tally decides. */
export interface StationPlan {
  readonly district: DistrictCode;
  readonly stationClass: StationClass;
  readonly hostOrg: string;
  /** Enterprises of the district; all together 900. */
  readonly enterprises: number;
  readonly contacted: number;
  readonly keyServed: number;
  readonly zjtx: number;
  /** 驻站 person-times of the classes that count them. */
  readonly residentTimes?: number;
}

const plan = (
  district: DistrictCode,
  stationClass: StationClass,
  hostOrg: string,
  [enterprises, contacted, keyServed, zjtx]: readonly [number, number, number, number],
  residentTimes?: number,
): StationPlan => ({
  district,
  stationClass,
  hostOrg,
  enterprises,
  contacted,
  keyServed,
  zjtx,
  ...(residentTimes !== undefined && { residentTimes }),
});

/** A few far ahead, most near their target, three (门头沟, 丰台, 房山) clearly behind. The classes are invented. */
export const STATION_PLANS: readonly StationPlan[] = [
  plan('110108', 'A', '北坞科创服务中心', [97, 90, 60, 15]),
  plan('BDA', 'A', '亦新产业促进中心', [88, 83, 56, 13]),
  plan('110114', 'A', '军都山科技服务中心', [84, 81, 53, 12]),
  plan('110105', 'A', '朝曜科技服务有限公司', [78, 74, 47, 10]),
  plan('110116', 'A', '雁栖湖畔科创服务中心', [76, 72, 48, 10]),
  plan('110106', 'A', '莲石科技服务中心', [58, 52, 31, 6]),
  plan('110113', 'B', '潮白河科创服务中心', [54, 51, 32, 8], 26),
  plan('110107', 'B', '西麓科技服务中心', [53, 50, 33, 7], 24),
  plan('110115', 'B', '南苑新城科创服务中心', [48, 45, 27, 6], 20),
  plan('110112', 'B', '运河源科技服务有限公司', [47, 44, 28, 7], 17),
  plan('110111', 'B', '大石河科创服务中心', [38, 32, 19, 4], 11),
  plan('110101', 'C', '东四科技服务中心', [35, 32, 23, 4], 18),
  plan('110118', 'C', '白河湾科创服务中心', [31, 28, 19, 3], 8),
  plan('110102', 'C', '金水桥科技服务中心', [29, 27, 20, 3], 13),
  plan('110117', 'C', '洵河科创服务中心', [28, 26, 20, 3], 13),
  plan('110119', 'C', '妫川科创服务中心', [34, 29, 18, 3], 19),
  plan('110109', 'C', '永定楼科技服务中心', [22, 17, 12, 1], 7),
];
