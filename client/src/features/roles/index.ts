export { progressOf } from './places';
export { RoleSwitch } from './RoleSwitch';
export { type Me, type Standing, standingOf } from './standing';
export { chooseStanding, type RoleInUse, useRole } from './use-role';
