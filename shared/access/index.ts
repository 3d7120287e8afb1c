export { ACTIONS, type Action, can, type Reach, type Target } from './can';
export { type Actor, type Grant, type GrantScope, hasRole, inForceOn, ROLES, type Role, SCOPE_OF } from './roles';
