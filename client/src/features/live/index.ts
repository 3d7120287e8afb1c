export { LivePage } from './LivePage';
export { ServicePage } from './ServicePage';
