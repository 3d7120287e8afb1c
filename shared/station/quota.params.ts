import { paramTable } from '../kernel/params';
import type { Metric, StationClass } from './model';

type Figures = Readonly<Record<StationClass, Readonly<Record<Metric, number>>>>;

/** 第六条 (STN-06-A1, A2, B1, C1): what each class must reach in a year. 家, and 人次 for person-times. */
export const QUOTA = paramTable<Figures>({
  clause: 'STN-06-A1',
  unit: '家、人次/年',
  knownThrough: '2024-12-31',
  versions: [
    {
      from: '2024-01-01',
      source: '管理办法（2024年试行）第六条',
      values: {
        A: { contacted: 80, keyServed: 50, zjtx: 10, personTimes: 30 },
        B: { contacted: 50, keyServed: 30, zjtx: 6, personTimes: 15 },
        C: { contacted: 30, keyServed: 20, zjtx: 3, personTimes: 10 },
      },
    },
  ],
});

/** The clause that sets each figure. */
export const CLAUSE_OF = {
  A: { contacted: 'STN-06-A1', keyServed: 'STN-06-A2', zjtx: 'STN-06-A2', personTimes: 'STN-06-A2' },
  B: { contacted: 'STN-06-B1', keyServed: 'STN-06-B1', zjtx: 'STN-06-B1', personTimes: 'STN-06-B1' },
  C: { contacted: 'STN-06-C1', keyServed: 'STN-06-C1', zjtx: 'STN-06-C1', personTimes: 'STN-06-C1' },
} as const;

/** Whose person-times count: 对接 is any active commissioner, 驻站 one on the station's roster that day (AMB-11). */
export const PERSON_TIMES = { A: 'any', B: 'resident', C: 'resident' } as const satisfies Record<
  StationClass,
  'any' | 'resident'
>;

/** Last day of acceptance within the year (STN-07-9: 10月底之前 = through 31 October). */
export const ACCEPTANCE_ENDS = '10-31';

/** 专精特新 levels that count (AMB-10). */
export const ZJTX_LEVELS: readonly string[] = ['专精特新中小企业', '专精特新“小巨人”企业'];

/** Levels that are shown beside, and not counted by default. */
export const NEAR_LEVELS: readonly string[] = ['创新型中小企业', '科技和创新型中小企业'];
