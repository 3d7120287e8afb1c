import { type DesignationDoc, stationYearOf } from '../../cloudfunctions/_core/documents';
import { standingId } from '../../cloudfunctions/_core/standing';
import type { Draft } from '../../cloudfunctions/_core/store';
import { addDays, type IsoDate, yearOf } from '../../shared/kernel/calendar';
import { stationIdOf } from '../../shared/station';
import { clock } from './calendar';
import type { Site } from './enterprises';
import type { Office, Officials } from './officials';
import { logged } from './people';
import type { Fate } from './profiles';
import { randomFrom } from './random';

const DESIGNATED: readonly Fate[] = ['key', 'unrated', 'withdrawn', 'lateDesignated', 'notServed'];
const REASONS = [
  '主导产业链关键环节，需求明确',
  '有明确的技术难题和研发投入',
  '专精特新梯队培育对象',
  '区重点项目承担单位',
] as const;

/** 重点服务企业 that stations have named by today. */
export function designations(
  year: number,
  today: IsoDate,
  all: readonly Site[],
  people: Officials,
): Draft<DesignationDoc>[] {
  return all.flatMap(({ profile, enterprise }) => {
    const { fate, district, firstDay } = profile;
    if (!DESIGNATED.includes(fate)) return [];
    const random = randomFrom('designation', enterprise.id, year);
    const from =
      fate === 'lateDesignated'
        ? `${year}-11-0${random.int(3, 9)}`
        : within(year, addDays(firstDay ?? `${year}-0${random.int(3, 8)}-15`, random.int(-25, 5)));
    if (from >= today) return [];
    const stationId = stationIdOf(district);
    const stationYear = stationYearOf(stationId, yearOf(from));
    const by = (people.offices.get(district) as Office).contact.id;
    const reason = random.pick(REASONS);
    const made = logged([], clock(from, random.int(9, 17), random.int(0, 59)), by, 'designation.made', { from });
    const withdrawnOn = addDays(from, random.int(40, 90));
    const withdrawn = fate === 'withdrawn' && withdrawnOn < today;
    return [
      {
        id: standingId(stationYear, enterprise.id),
        scope: stationId,
        stationId,
        stationYear,
        enterpriseId: enterprise.id,
        from,
        reason,
        withdrawn,
        log: withdrawn
          ? logged(made, clock(withdrawnOn, 15, 30), by, 'designation.withdrawn', { reason: '企业业务调整，不再需要' })
          : made,
      },
    ];
  });
}

const within = (year: number, day: IsoDate): IsoDate => {
  const first = `${year}-01-05`;
  const last = `${year}-10-30`;
  return day < first ? first : day > last ? last : day;
};
