// The part of qrcode that computes the modules: no canvas, no files, a sixth of the whole.
declare module 'qrcode/lib/core/qrcode' {
  interface Segment {
    readonly data: Uint8Array;
    readonly mode: 'byte';
  }
  interface Options {
    readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H';
  }
  export function create(
    segments: readonly Segment[],
    options: Options,
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
