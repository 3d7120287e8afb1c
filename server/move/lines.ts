/** What `lines` gives for the last piece of a stream that does not end with a line's end. */
export interface Piece {
  readonly text: string;
  /** The stream ended before the line did. */
  readonly cut: boolean;
}

/**
 * A stream of bytes as lines without their ends; memory holds one line and one part of the stream.
 * @throws RangeError for a line longer than `most` bytes
 */
export async function* lines(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<Piece> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    let start = 0;
    for (let end = part.indexOf(10); end !== -1; end = part.indexOf(10, start)) {
      held.push(part.subarray(start, end));
      yield { text: Buffer.concat(held).toString(), cut: false };
      held = [];
      size = 0;
      start = end + 1;
    }
    held.push(part.subarray(start));
    size += part.length - start;
    if (size > most) throw new RangeError('a line is too long');
  }
  if (size > 0) yield { text: Buffer.concat(held).toString(), cut: true };
}
