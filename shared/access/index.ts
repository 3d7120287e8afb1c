export { ACTIONS, type Action, can, MAY, type Reach, reachOf, SUBJECTS, type Target } from './can';
export { type Actor, type Grant, type GrantScope, hasRole, inForceOn, ROLES, type Role, SCOPE_OF } from './roles';
