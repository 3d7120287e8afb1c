import type { Role } from '@shared/access/roles';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  commissioner: '产业特派员',
  enterpriseContact: '企业联系人',
  party: '参与对接主体',
  stationLead: '站点负责人',
  stationContact: '站点联系人',
  district: '区科协',
  center: '市科协创新服务中心',
  city: '市科协',
  auditor: '审计',
};
export const roleWord = (role: Role): string => ROLE_WORDS[role];
