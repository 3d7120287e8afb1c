const coded: Readonly<Record<string, string>> = { '#': '%23', '<': '%3C', '>': '%3E', '%': '%25' };

/** A drawing as an address for Img. Attributes stand in single quotes. */
export const svgUri = (svg: string): string =>
  `data:image/svg+xml,${svg.replace(/[#<>%]/g, (sign) => coded[sign] ?? sign)}`;
