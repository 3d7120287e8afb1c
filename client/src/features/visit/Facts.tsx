import { Box } from '@/ui';

/** Facts on one line, parted by dots; empty ones are left out. */
export function Facts({ facts }: { readonly facts: readonly (string | undefined)[] }) {
  const shown = facts.filter((fact): fact is string => fact !== undefined && fact !== '');
  return (
    <>
      {shown.map((fact, i) => (
        <Box as="span" key={fact}>
          {i > 0 && <Box as="span" className="dot" hidden />}
          {fact}
        </Box>
      ))}
    </>
  );
}
