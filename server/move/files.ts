import { CannotStart } from '../cannot-start';

/** The one file that a command of moving is given. @throws CannotStart with the command's usage */
export function fileAsked(command: 'export' | 'import' | 'backup' | 'restore', example: string): string {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new CannotStart(`用法：npm run ${command} -- ${example}`);
  return file;
}
