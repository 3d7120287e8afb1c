export { CheckIn } from './CheckIn';
export { codeFrom } from './code';
export { ScanStart } from './ScanStart';
