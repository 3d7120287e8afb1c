/** The mini-program cannot print: false. Offer a document instead. */
export const printSheet = (_svg: string): Promise<boolean> => Promise.resolve(false);
