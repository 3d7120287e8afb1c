import { districtOfStation, stationIdOf } from '@shared/station/station-id';
import type { ServiceType } from '@shared/visit/model';
import type { Me, Standing } from '@/features/roles';
import type { Input, Output } from '@/gateway';
import { planWords as words } from '@/words/plan';

export type EnterpriseRow = Output<'enterprise.list'>['enterprises'][number];
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PlanForm {
  readonly enterprise: Pick<EnterpriseRow, 'id' | 'name' | 'district' | 'industry'> | null;
  /** Empty: the station of the enterprise's own district. */
  readonly stationId: string;
  readonly override: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly topic: string;
  readonly types: readonly ServiceType[];
  readonly note: string;
  readonly people: readonly Named[];
}

export const firstForm = (me: Me, standing: Standing): PlanForm => ({
  enterprise: null,
  stationId: standing.kind === 'station' ? (standing.stationId ?? '') : '',
  override: '',
  day: me.today,
  from: '',
  to: '',
  topic: '',
  types: [],
  note: '',
  people: standing.kind === 'commissioner' ? [{ id: me.person.id, name: me.person.name }] : [],
});

/** Served by a station outside the enterprise's district: allowed with a reason. */
export const isOutside = ({ enterprise, stationId }: PlanForm): boolean =>
  enterprise !== null && stationId !== '' && districtOfStation(stationId) !== enterprise.district;

/** What is still lacking, in the order of the form. */
export function missingOf(form: PlanForm): string | undefined {
  const { missing } = words;
  if (form.enterprise === null) return missing.enterprise;
  if (isOutside(form) && form.override.trim() === '') return missing.override;
  if (form.day === '') return missing.day;
  if (form.topic.trim() === '') return missing.topic;
  if (form.types.length === 0) return missing.types;
  if (form.types.includes('其他') && form.note.trim() === '') return missing.note;
  return form.people.length === 0 ? missing.people : undefined;
}

/** A Shanghai time of the day of the visit. */
const momentOf = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** The form as the server wants it; only for one that lacks nothing. */
export function inputOf(form: PlanForm, nonce: string): Input<'visit.plan'> {
  const { enterprise, stationId, day, from, to, topic, types, note, people, override } = form;
  return {
    nonce,
    enterpriseId: enterprise?.id ?? '',
    ...(stationId !== '' && stationId !== stationIdOf(enterprise?.district ?? '') && { stationId }),
    day,
    ...(from !== '' && { from: momentOf(day, from) }),
    ...(to !== '' && { to: momentOf(day, to) }),
    topic,
    serviceTypes: [...types],
    ...(note.trim() !== '' && { serviceNote: note }),
    commissionerIds: people.map((one) => one.id),
    ...(isOutside(form) && { overrideReason: override }),
  };
}
