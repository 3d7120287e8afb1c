export { QueuedNote } from './QueuedNote';
export { type Queue, sendNow, useArrived, useQueue } from './queue';
export { useSending } from './use-sending';
