// The mini-program needs no styles beyond app.scss; the browser's stand in styles.h5.ts.
export {};
