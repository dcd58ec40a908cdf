import { randomInt } from 'node:crypto'
import type { Chance, Clock } from '#application/ports/system.ts'

export const systemClock: Clock = { now: Date.now }

export const systemChance: Chance = { random: Math.random }

/** Capital letters and digits that nobody mixes up when reading aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Five characters: one of some 28 million. */
export const randomTag = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
