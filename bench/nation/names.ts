import { DISTRICT_CODES } from '../../shared/enterprise';
import { stationIdOf } from '../../shared/station';

/** Everybody's id follows from a station's number and a number within it: requests are made without asking the database. */

const digits = (no: number, length: number): string => no.toString(36).toUpperCase().padStart(length, '0');

/** The city's own districts come first, then as many invented ones as a country needs. */
export const districtOfNo = (station: number): string => DISTRICT_CODES[station] ?? `N${digits(station, 5)}`;
export const stationOfNo = (station: number): string => stationIdOf(districtOfNo(station));

/** 8 characters, as printed on posters. */
export const shortCodeOf = (station: number, no: number): string => digits(station, 4) + digits(no, 4);
export const enterpriseOf = (station: number, no: number): string => `E${shortCodeOf(station, no)}`;

export const commissionerOf = (station: number, no: number): string => `Pspecialist-${station}-${no}`;
export const contactOf = (station: number, no: number): string => `Pcontact-${station}-${no}`;
export const leadOf = (station: number): string => `Plead-${station}`;
export const officerOf = (station: number): string => `Pofficer-${station}`;
export const CENTER = 'Pcenter';
