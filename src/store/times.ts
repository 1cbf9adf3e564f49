import { z } from 'zod';
import { movedDate, movedHour, movedInstant, movedServedDate, type Move } from './move.js';

/**
 * What in a document is a time, said by the shapes themselves: so that whatever is stored moves along when the clock is
 * set, and nobody keeps a list.
 */

type Moved = (value: never, move: Move) => unknown;

const times = z.registry<{ readonly moved: Moved }>();

/** A moment something happened, or until when something lasts. */
export const instant = z.number().register(times, { moved: movedInstant });
/** An hour of the day that somebody chose or was told. */
export const hour = z.number().register(times, { moved: movedHour });
export const localDate = z.string().register(times, { moved: movedDate });
/** A day whose question was asked or let pass. */
export const servedDate = z.string().register(times, { moved: movedServedDate });

/** A value of this shape with all its times moved; the same value when none did. */
export function movedIn<Value>(shape: z.ZodType, value: Value, move: Move): Value {
  return walk(shape, value, move) as Value;
}

function walk(shape: z.core.$ZodType, value: unknown, move: Move): unknown {
  if (value === null || value === undefined) return value;
  const time = times.get(shape as z.ZodType);
  if (time !== undefined) return time.moved(value as never, move);
  if (shape instanceof z.ZodNullable) return walk(shape.unwrap(), value, move);
  if (shape instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = shape;
    return same(
      value,
      value.map((one: unknown) => walk(element, one, move)),
    );
  }
  if (shape instanceof z.ZodDiscriminatedUnion) {
    const option = shape.options.find((one) => z.safeParse(one, value).success);
    return option === undefined ? value : walk(option, value, move);
  }
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, one]) => {
    const inner: z.core.$ZodType | null | undefined =
      shape instanceof z.ZodRecord
        ? shape.valueType
        : shape instanceof z.ZodObject
          ? (shape.shape as z.core.$ZodShape)[name]
          : null;
    return [name, inner == null ? one : walk(inner, one, move)] as const;
  });
  return fields.every(([name, one]) => one === (value as Record<string, unknown>)[name])
    ? value
    : Object.fromEntries(fields);
}

function same(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((one, index) => one === before[index]) ? before : after;
}
