/** A station's id carries its district (one station per district and year, STN-05-A), so that scope needs no look-up. */
export const stationIdOf = (district: string): string => `ST${district}`;
export const districtOfStation = (stationId: string): string => stationId.slice(2);
