export { QueuedNote } from './QueuedNote';
export { enqueue, type Queue, sendNow, useQueue } from './queue';
