// A certificate as its file has it; parse.ts has looked at every field.

export interface PeopleWithin {
  people: number;
  low: number; // the count is between these two with a probability of 95 %
  high: number;
}

export interface CertifiedMonth extends PeopleWithin {
  period: string; // "2026-11"
  rounding: number;
  n: number; // the line of the history that names the file
  sha256: string; // of the file that the number is from
}

export interface CertifiedYear {
  year: number;
  months: number; // of the year that the certificate is about
  published: number; // of these
  mean: PeopleWithin | null; // of a mean month of the published ones
}

export interface Certificate {
  plugin: string;
  from: string;
  to: string;
  months: CertifiedMonth[];
  years: CertifiedYear[];
  method: string;
  issued: string; // a day
  verify: string;
  key: string; // the name of the key
  public: string; // base64
  signature: string; // base64
}
