/** One line that fills up on a terminal; a line for each quarter where output is kept in a file. */
export function progressLine(what: string, out: NodeJS.WriteStream): (done: number, total: number) => void {
  let said = -1;
  return (done, total) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    const step = out.isTTY ? percent : Math.floor(percent / 25) * 25;
    if (step === said) return;
    said = step;
    if (!out.isTTY) out.write(`${what} ${step}%\n`);
    else {
      const full = Math.round(step / 5);
      out.write(`\r${what} ${'█'.repeat(full)}${'░'.repeat(20 - full)} ${step}%${step === 100 ? '\n' : ''}`);
    }
  };
}
