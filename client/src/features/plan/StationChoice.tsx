import { districtName } from '@shared/enterprise/districts';
import { stationIdOf } from '@shared/station/station-id';
import type { Me } from '@/features/roles';
import { Field, Select } from '@/ui';
import { planWords as words } from '@/words/plan';
import { isOutside, type PlanForm } from './form';

interface Props {
  readonly me: Me;
  readonly form: PlanForm;
  readonly change: (part: Partial<PlanForm>) => void;
}

/** Only where there is a choice: a resident commissioner may serve for his station outside its district, with a reason. */
export function StationChoice({ me, form, change }: Props) {
  const { enterprise, stationId, override } = form;
  if (enterprise === null) return null;
  const own = stationIdOf(enterprise.district);
  const others = me.residentOf.filter((one) => one.id !== own).map(({ id, name }) => ({ value: id, word: name }));
  return (
    <>
      {others.length > 0 && (
        <Select
          label={words.station}
          value={stationId === '' ? own : stationId}
          onChange={(id) => change({ stationId: id })}
          options={[{ value: own, word: words.stationOfDistrict(districtName(enterprise.district)) }, ...others]}
        />
      )}
      {isOutside(form) && (
        <Field
          kind="area"
          max={300}
          label={words.override}
          hint={words.overrideHint}
          value={override}
          onChange={(text) => change({ override: text })}
        />
      )}
    </>
  );
}
