import type { IsoDate } from '../../shared/kernel/calendar';
import type { StationClass } from '../../shared/station';
import { workingDaysOf } from './calendar';
import { randomFrom } from './random';
import { STATION_PLANS, type StationPlan } from './station-plans';

/** What becomes of an enterprise in the year. The order is that of a station's list. */
export type Fate =
  /** Designated, served and rated. */
  | 'key'
  /** Designated and served, never rated. */
  | 'unrated'
  /** Served and rated, not designated. */
  | 'undesignated'
  /** Its designation was withdrawn. */
  | 'withdrawn'
  /** Designated after the acceptance window. */
  | 'lateDesignated'
  | 'contacted'
  /** Visited under a record that was merged into another one. */
  | 'merged'
  /** First visited after the acceptance window. */
  | 'late'
  | 'notServed'
  | 'oneSided'
  /** Only visited by somebody who was suspended. */
  | 'inactive'
  | 'voided'
  | 'never';

type Certificate = 'valid' | 'unverified' | 'lapsed' | 'notYet' | 'near' | 'none';

export interface Profile {
  readonly district: string;
  readonly stationClass: StationClass;
  /** Place in the station's list. */
  readonly no: number;
  readonly fate: Fate;
  readonly certificate: Certificate;
  /** Day of the first visit; none where nobody comes. */
  readonly firstDay?: IsoDate;
  /** 法定名称 without a prefix, for those that the guide and the screens mention. */
  readonly named?: string;
  readonly moves?: { readonly to: string; readonly on: IsoDate };
}

/** 延庆's enterprises as the design shows them, by their place in the list. */
const NAMED: Readonly<Record<number, string>> = {
  0: '北京青穗传感技术有限公司',
  1: '白桦数控有限公司',
  2: '砚石新能源材料有限公司',
  3: '澄湖冰雪装备有限公司',
  4: '松泉低空装备有限公司',
  5: '禾序生物科技有限公司',
  6: '妫水环境工程有限公司',
  7: '北坡风电运维有限公司',
  8: '百里山食品有限公司',
  9: '长城根测绘有限公司',
  18: '知更园艺科技有限公司',
  19: '云溪智能灌溉有限公司',
  20: '四海检测认证有限公司',
  25: '双桥精密铸造有限公司',
  26: '石峡储能有限公司',
  27: '九里梁电缆有限公司',
  28: '蓝杉风场服务有限公司',
  29: '远岫环境监测有限公司',
};
const NAMED_DISTRICT = '110119';

const MERGES = ['110108', '110105'];
const MOVES: Readonly<Record<string, string>> = {
  '110119': '110114',
  '110106': 'BDA',
  '110101': '110105',
  '110102': '110106',
  '110107': '110108',
  '110112': 'BDA',
  '110113': '110112',
  '110111': '110106',
  '110117': '110113',
  '110118': '110113',
  '110114': '110108',
  '110115': 'BDA',
};
/** Moved between the plan of a visit and its day: the station that planned it finds it out of its district. */
export const MOVED_BEFORE_VISIT: readonly string[] = ['110119', '110106', '110101'];

const AFTER: readonly Fate[] = ['late', 'notServed', 'oneSided', 'inactive', 'voided', 'late', 'never'];

function fates(plan: StationPlan, order: number): readonly Fate[] {
  const rest = plan.contacted - plan.keyServed;
  const unrated = plan.stationClass === 'A' ? 4 : 2;
  const undesignated = Math.ceil(rest / 5);
  const left = plan.enterprises - plan.contacted;
  const list: Fate[] = [
    ...Array<Fate>(plan.keyServed).fill('key'),
    ...Array<Fate>(unrated).fill('unrated'),
    ...Array<Fate>(undesignated).fill('undesignated'),
    'withdrawn',
    'lateDesignated',
  ];
  const contacted = Array<Fate>(plan.contacted - list.length).fill('contacted');
  if (MERGES.includes(plan.district)) contacted[contacted.length - 1] = 'merged';
  const others = Array.from({ length: left }, (_, i) => AFTER[(i + order) % AFTER.length] as Fate);
  if (plan.district === NAMED_DISTRICT) others[0] = 'never';
  return [...list, ...contacted, ...others];
}

const SPECIAL: readonly Certificate[] = ['unverified', 'lapsed', 'notYet', 'near'];

export function profiles(year: number): readonly Profile[] {
  const days = workingDaysOf(year);
  const window = days.filter((day) => day <= `${year}-10-31`);
  const after = days.filter((day) => day > `${year}-11-04` && day <= `${year}-12-20`);
  const moveDays = days.filter((day) => `${year}-06-01` <= day && day <= `${year}-08-31`);
  return STATION_PLANS.flatMap((plan, order) => {
    const random = randomFrom('profiles', plan.district, year);
    const list = fates(plan, order);
    const places = random.shuffle(Array.from({ length: plan.contacted }, (_, i) => i));
    return list.map((fate, no): Profile => {
      const moving = MOVES[plan.district] !== undefined && no === plan.contacted - 1;
      const place = ((places[no] ?? 0) + 0.5) / plan.contacted;
      const firstDay =
        fate === 'never' || fate === 'notServed'
          ? undefined
          : fate === 'late'
            ? random.pick(after)
            : no >= plan.contacted
              ? random.pick(window)
              : (window[
                  Math.floor(pace(moving || fate === 'merged' ? place * 0.3 : place) * window.length)
                ] as IsoDate);
      const special = SPECIAL[no - plan.zjtx];
      const certificate =
        no < plan.zjtx || (special === undefined && random.chance(0.05))
          ? 'valid'
          : (special ?? (random.chance(0.03) ? 'near' : 'none'));
      return {
        district: plan.district,
        stationClass: plan.stationClass,
        no,
        fate,
        certificate,
        ...(firstDay !== undefined && { firstDay }),
        ...(plan.district === NAMED_DISTRICT && NAMED[no] !== undefined && { named: NAMED[no] }),
        ...(moving && { moves: { to: MOVES[plan.district] as string, on: random.pick(moveDays) } }),
      };
    });
  });
}

/** How much of the window has passed when a share of the enterprises has been reached: brisk at first, slower towards the end. */
const pace = (share: number): number => 1 - (1 - share) ** (1 / 1.2);
