export { Identified } from './Identified';
export { Redeem } from './Redeem';
export { SignIn } from './SignIn';
