/** A file made by a call: text, or bytes as base64. */
export interface FileContent {
  /** With its ending: 延庆区-签到码.pdf */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly content: { readonly text: string } | { readonly base64: string };
}
