import type { Enterprise } from '../../shared/enterprise';
import type { IsoDate } from '../../shared/kernel/calendar';
import { COMPANY, HAIDIAN } from './visit';

export interface EnterpriseBuilder {
  readonly enterprise: Enterprise;
  /** Belongs to a district from a day on. */
  in(code: string, from: IsoDate): EnterpriseBuilder;
  certified(from: IsoDate, through: IsoDate, level?: string, verified?: boolean): EnterpriseBuilder;
  mergedInto(id: string): EnterpriseBuilder;
}

const builder = (enterprise: Enterprise): EnterpriseBuilder => ({
  enterprise,
  in: (code, from) =>
    builder({ ...enterprise, districts: [...enterprise.districts, { code, from, basis: '注册地', by: 'district' }] }),
  certified: (validFrom, validThrough, level = '专精特新中小企业', verified = true) =>
    builder({
      ...enterprise,
      qualifications: [
        ...enterprise.qualifications,
        { id: `${enterprise.id}:q${enterprise.qualifications.length}`, level, validFrom, validThrough, verified },
      ],
    }),
  mergedInto: (id) => builder({ ...enterprise, mergedInto: id }),
});

/** An invented enterprise; in 海淀 from the start unless `districts` are given with `in` on a bare one. */
export const enterpriseOf = (id: string, home: string | null = HAIDIAN): EnterpriseBuilder =>
  builder({
    id,
    uscc: '91110108MA0000000A',
    name: COMPANY,
    address: '海淀区知春里一号',
    industry: '新一代信息技术',
    shortCode: 'AAAA0001',
    districts: home === null ? [] : [{ code: home, from: '2020-01-01', basis: '注册地', by: 'district' }],
    qualifications: [],
    contacts: [],
  });
