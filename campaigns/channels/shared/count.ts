/** How much of a limit is used; `unit` is what people read after the numbers. */
export interface Count {
  used: number;
  limit: number;
  unit: string;
}
