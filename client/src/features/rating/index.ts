export { RatePage } from './RatePage';
