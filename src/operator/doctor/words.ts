/** In the order in which an operator would fix them. */
const checkNames = ['settings', 'key', 'data', 'disk', 'servers', 'clock', 'telegram', 'backup'] as const;
export type CheckName = (typeof checkNames)[number];

/** The checks of data in files look at this machine's disk; those of data in PostgreSQL look at the servers. */
export const checkNamesOf = (isInPostgres: boolean): readonly CheckName[] =>
  checkNames.filter((name) => name !== (isInPostgres ? 'disk' : 'servers'));

/** What `npm run doctor` says, in the language of whoever runs it. A refusal of `npm start` is quoted as it is. */
export interface DoctorWords {
  readonly names: Readonly<Record<CheckName, string>>;
  readonly unknownName: (name: string) => string;
  readonly envIsOpen: string;
  readonly allIsThere: string;
  readonly keyFits: string;
  readonly keyToCome: string;
  readonly keyWithoutData: string;
  readonly noData: string;
  readonly schemaIsNow: (steps: number) => string;
  readonly schemaIsOlder: (applied: number, known: number) => string;
  readonly diskIsFull: (megabytes: number) => string;
  readonly diskIsTight: (megabytes: number) => string;
  readonly diskIsFine: (megabytes: number) => string;
  readonly keyToBring: string;
  readonly serversAreFine: (version: string) => string;
  readonly noStandby: (settings: string) => string;
  readonly serverClockIsOff: (seconds: number, isAhead: boolean) => string;
  readonly backupsElsewhere: string;
  readonly backupFailed: (hours: number | null) => string;
  readonly backupMissing: (hours: number | null) => string;
  readonly backupIs: (hours: number | null) => string;
  readonly clockUnreachable: string;
  readonly clockUnsaid: string;
  readonly clockAgrees: string;
  readonly clockIsOff: (minutes: number, isAhead: boolean) => string;
  readonly hasWebhook: (bot: string) => string;
  readonly pollsAlone: (bot: string) => string;
  readonly pollsBesides: (bot: string) => string;
  readonly tokenRefused: string;
  readonly unreachable: (code: string) => string;
  readonly refuses: (code: number) => string;
  readonly cannotBeAsked: (bot: string) => string;
  readonly isWell: (bot: string) => string;
  readonly isNotReady: (bot: string) => string;
  readonly isUnheard: (bot: string) => string;
  readonly notLookedAt: (code: string | null) => string;
}

const lastNl = (hours: number | null) =>
  hours === null ? 'Er is er nog geen gemaakt' : `De laatste goede is ${String(hours)} uur oud`;
const lastEn = (hours: number | null) =>
  hours === null ? 'None was made yet' : `The last good one is ${String(hours)} hours old`;

export const doctorWords: Readonly<Record<'nl' | 'en', DoctorWords>> = {
  nl: {
    names: {
      ...{ settings: 'instellingen', key: 'sleutel', data: 'gegevens', disk: 'schijf', clock: 'klok' },
      ...{ servers: 'servers', telegram: 'Telegram', backup: 'back-up' },
    },
    unknownName: (name) => `${name} in .env is een naam die hier niemand kent.`,
    envIsOpen: 'Anderen kunnen .env lezen: doe chmod 600 .env.',
    allIsThere: 'Alles wat nodig is, staat er.',
    keyFits: 'De sleutel past.',
    keyToCome: 'Er zijn nog geen gegevens; de eerste start maakt ze, met de sleutel erbij.',
    keyWithoutData: 'De sleutel is te lezen; er zijn nog geen gegevens.',
    noData: 'Er zijn nog geen gegevens.',
    schemaIsNow: (steps) => `De gegevens zijn van deze versie (stap ${String(steps)} van ${String(steps)}).`,
    schemaIsOlder: (applied, known) =>
      `De gegevens zijn van een eerdere versie (stap ${String(applied)} van ${String(known)}); de volgende start werkt ze bij.`,
    diskIsFull: (mb) =>
      `Nog ${String(mb)} MB vrij voor de gegevens: maak ruimte, want op een volle schijf stopt de bot.`,
    diskIsTight: (mb) => `Nog ${String(mb)} MB vrij voor de gegevens, en dat is weinig.`,
    diskIsFine: (mb) => `${String(mb)} MB vrij voor de gegevens.`,
    keyToBring: 'Er is geen sleutel, en met PostgreSQL maakt de bot er geen: zet SAMENSPRAAK_KEY of KEY_FILE.',
    serversAreFine: (version) =>
      `PostgreSQL ${version}; de sleutels liggen apart, en beide servers zijn ingesteld zoals het moet.`,
    noStandby: (settings) =>
      `Geen tweede server houdt die van ${settings} bij: wat daar bevestigd is, ligt op één schijf.`,
    serverClockIsOff: (seconds, isAhead) =>
      `De klok van deze machine loopt ${String(seconds)} seconden ${isAhead ? 'voor' : 'achter'} op die van de database: laat beide hem via het netwerk gelijkzetten (NTP).`,
    backupsElsewhere: 'Die maakt PostgreSQL zelf, en van hieruit zie je dat niet. In docs/operating.md staat hoe.',
    backupFailed: (hours) =>
      `De laatste poging is mislukt. ${lastNl(hours)}. Doe zelf npm run backup, dan lees je waarom.`,
    backupMissing: (hours) => `${lastNl(hours)}. In docs/operating.md staat hoe je er elke nacht een maakt.`,
    backupIs: (hours) => `${lastNl(hours)}.`,
    clockUnreachable: 'Niet te vergelijken: Telegram is niet te bereiken.',
    clockUnsaid: 'Niet te vergelijken: de server zegt geen tijd.',
    clockAgrees: 'Die loopt gelijk met Telegram.',
    clockIsOff: (minutes, isAhead) =>
      `Die loopt ${String(minutes)} minuten ${isAhead ? 'voor' : 'achter'}: laat deze machine hem via het netwerk gelijkzetten (NTP).`,
    hasWebhook: (bot) => `@${bot} heeft een webhook; de bot haalt die weg als hij start.`,
    pollsAlone: (bot) => `@${bot} antwoordt, en niemand anders haalt zijn berichten op.`,
    pollsBesides: (bot) =>
      `@${bot} antwoordt, maar er draait nog een bot met dit token: stop die, anders pakken ze elkaars berichten af.`,
    tokenRefused:
      'Telegram kent dit token niet. Kijk BOT_TOKEN na: het goede staat bij @BotFather onder /mybots, API Token.',
    unreachable: (code) => `Niet te bereiken (${code}): kijk of het netwerk van deze machine het doet.`,
    refuses: (code) => `Telegram weigert met ${String(code)}: probeer het later nog eens.`,
    cannotBeAsked: (bot) => `@${bot} antwoordt. Een bot gebruikt de gegevens, en is van hieruit niet te vragen.`,
    isWell: (bot) => `@${bot} antwoordt, en met de bot die hier draait is alles goed.`,
    isNotReady: (bot) => `@${bot} antwoordt; de bot die hier draait is nog niet klaar, en /readyz zegt waarom.`,
    isUnheard: (bot) =>
      `@${bot} antwoordt, maar niet aan de bot die hier draait: misschien draait er nog een met hetzelfde token.`,
    notLookedAt: (code) => `Niet te bekijken (${code ?? 'een fout van dit programma'}).`,
  },
  en: {
    names: {
      ...{ settings: 'settings', key: 'key', data: 'data', disk: 'disk', clock: 'clock' },
      ...{ servers: 'servers', telegram: 'Telegram', backup: 'backup' },
    },
    unknownName: (name) => `${name} in .env is a name nobody here knows.`,
    envIsOpen: '.env can be read by others: run chmod 600 .env.',
    allIsThere: 'All that is needed is there.',
    keyFits: 'The key fits.',
    keyToCome: 'There is no data yet; the first start makes it, and the key with it.',
    keyWithoutData: 'The key can be read; there is no data yet.',
    noData: 'There is no data yet.',
    schemaIsNow: (steps) => `The data is of this version (${String(steps)} of ${String(steps)} steps).`,
    schemaIsOlder: (applied, known) =>
      `The data is of an earlier version (${String(applied)} of ${String(known)} steps); the next start brings it up to date.`,
    diskIsFull: (mb) => `${String(mb)} MB free for the data: make room, since the bot stops when the disk is full.`,
    diskIsTight: (mb) => `${String(mb)} MB free for the data, which is little.`,
    diskIsFine: (mb) => `${String(mb)} MB free for the data.`,
    keyToBring: 'There is no key, and with PostgreSQL the bot makes none: set SAMENSPRAAK_KEY or KEY_FILE.',
    serversAreFine: (version) => `PostgreSQL ${version}; the keys lie apart, and both servers are set as they must be.`,
    noStandby: (settings) => `No second server follows that of ${settings}: what it confirms is on one disk.`,
    serverClockIsOff: (seconds, isAhead) =>
      `This machine's clock is ${String(seconds)} seconds ${isAhead ? 'ahead of' : 'behind'} the database's: let both set it by the network (NTP).`,
    backupsElsewhere: 'PostgreSQL makes them itself, which cannot be seen from here. docs/operating.md says how.',
    backupFailed: (hours) => `The last try failed. ${lastEn(hours)}. Run npm run backup by hand, and it says why.`,
    backupMissing: (hours) => `${lastEn(hours)}. docs/operating.md says how to make one every night.`,
    backupIs: (hours) => `${lastEn(hours)}.`,
    clockUnreachable: 'It could not be compared: Telegram cannot be reached.',
    clockUnsaid: 'It could not be compared: the server says no time.',
    clockAgrees: 'It agrees with that of Telegram.',
    clockIsOff: (minutes, isAhead) =>
      `It is ${String(minutes)} minutes ${isAhead ? 'ahead' : 'behind'}: let this machine set it by the network (NTP).`,
    hasWebhook: (bot) => `@${bot} has a webhook; the bot takes it away when it starts.`,
    pollsAlone: (bot) => `@${bot} answers, and nobody else polls.`,
    pollsBesides: (bot) =>
      `@${bot} answers, and another copy polls with this token: stop that one, or the two take each other’s messages.`,
    tokenRefused:
      'Telegram does not know this token. Check BOT_TOKEN: @BotFather shows the right one under /mybots, API Token.',
    unreachable: (code) => `It cannot be reached (${code}): check the network of this machine.`,
    refuses: (code) => `It refuses with ${String(code)}: try again later.`,
    cannotBeAsked: (bot) => `@${bot} answers. A bot is using the data, and cannot be asked from here.`,
    isWell: (bot) => `@${bot} answers, and the bot that runs here is well.`,
    isNotReady: (bot) => `@${bot} answers; the bot that runs here is not ready, and /readyz says why.`,
    isUnheard: (bot) =>
      `@${bot} answers, but not the polls of the bot that runs here: another copy may poll with the same token.`,
    notLookedAt: (code) => `It could not be looked at (${code ?? 'a fault of this program'}).`,
  },
};
