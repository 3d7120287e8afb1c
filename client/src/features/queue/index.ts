export { QueuedNote } from './QueuedNote';
export { again, dismiss, enqueue, type Queue, sendNow, startQueue, useQueue } from './queue';
