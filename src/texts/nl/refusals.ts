import type { Refusal } from '../../core/event.js';
import { minuteOfDay } from '../when.js';

/** Every refusal has a sentence of its own. Those that answer a tap are shown over the chat: at most 200 characters. */
export function refused(refusal: Refusal): string {
  const sentence = sentences[refusal.refusal] as (refusal: Refusal) => string;
  return sentence(refusal);
}

const sentences: { readonly [Name in Refusal['refusal']]: (refusal: Extract<Refusal, { refusal: Name }>) => string } = {
  'agree-first': () => 'Typ eerst /start. Dan vertel ik wat ik doe, en beslis jij of je meedoet.',
  'agree-above': () => 'Hierboven staat wat ik doe. Tik daar op «Ik ben 18+ en ga akkoord», dan beginnen we.',
  'not-open': () => 'Deze bot is er maar voor één koppel. Heb je een uitnodiging? Open de link, of typ hier de code.',
  'code-unreadable': () =>
    'Daar kan ik geen code in lezen. Kopieer de link of de code nog eens in zijn geheel. Heb je er geen? Typ dan alleen /start.',
  'code-expired': () => 'Deze uitnodiging is verlopen. Wie je uitnodigde, kan een nieuwe maken met /uitnodigen.',
  'code-used': () =>
    'Deze uitnodiging is al gebruikt; ze werkt maar één keer. Ben je het zelf, met een nieuw account? Dan kan je partner loskoppelen met /stop en je opnieuw uitnodigen.',
  'code-replaced': () => 'Er is intussen een nieuwere uitnodiging. Vraag die link.',
  'code-own': () => 'Deze uitnodiging is van jezelf. Stuur de link door naar je partner.',
  'too-many-guesses': () => 'Dat waren te veel codes die niet klopten. Over een uur kan het weer.',
  'too-many-invites': () =>
    'Voor vandaag zijn dat genoeg uitnodigingen. De laatste werkt nog; morgen kan er weer een nieuwe.',
  'too-many-joins': () => 'Vandaag koppelde je al een paar keer. Morgen kan het weer.',
  'too-fast': () =>
    'Dit gaat te snel voor me. Je laatste bericht is niet aangekomen. Wacht een minuut en stuur het dan opnieuw.',
  'has-stopped': () => 'Je had me stilgezet, dus dit heb ik niet bewaard. Wil je verder?',
  'already-paired': (refusal) =>
    `Je bent al gekoppeld met ${refusal.partner}. Een nieuw account? Koppel eerst los met /stop; daarna werkt een nieuwe uitnodiging.`,
  'not-paired': () =>
    'Je bent nu met niemand gekoppeld, dus niemand leest dit. Met /uitnodigen krijg je een link voor je partner.',
  'too-late-to-undo': () =>
    'Ongedaan maken kon tot drie dagen na het koppelen. Met /stop kun je altijd weg, zonder uitleg.',
  'stale-button': () => 'Deze knop hoort bij iets van eerder. Kijk bij het nieuwste bericht, of typ /vraag.',
  'sealed-already': () => 'Je hebt al geantwoord. Wil je het veranderen? Neem het eerst terug met /intrek.',
  'no-question': () => 'Er staat geen vraag open, dus ik doe hier niets mee.',
  'no-scenario': () => 'Ik heb nu even geen nieuwe vraag voor jullie. Probeer het over een paar dagen nog eens.',
  'run-out': () =>
    'Bijna alle losse vragen hebben jullie al gehad. Sommige komen na een tijd terug; nu is er even geen.',
  'no-path': () => 'Er is nog geen pad voor jullie. Na een paar vragen kun je er hier een kiezen.',
  'step-today': () => 'De vorige stap is nog maar net geweest. Morgen kan de volgende.',
  'nothing-to-withdraw': () => 'Er is niets om terug te nemen. Wat al open is, kan niet meer terug.',
  'empty-draft': () => 'Er staat nog niets. Typ of spreek eerst iets in.',
  'sentence-full': () =>
    'Je zin is af, dus dit staat er niet bij. Iets anders zeggen? Bewerk je bericht van daarnet, of tik op «Opnieuw».',
  'line-needed': () => 'Maak eerst één zin af. Dan kun je verzegelen.',
  'choose-exactly': ({ count }) => `Kies er precies ${String(count)}. Niet meer en niet minder.`,
  'sealed-once': () => 'Dit is verzegeld, en dat kan hier maar één keer.',
  'tap-here-only': () => 'Hier tik je alleen; typen gaat nergens heen.',
  'page-gone': () => 'Deze bladzijde is er niet meer.',
  'choose-first': () => 'Tik eerst aan wat open mag. Alles bij je houden kan ook, met [Hou het bij mij].',
  'part-too-long': (refusal) =>
    `Hier passen hoogstens ${String(refusal.limit)} tekens, en dit zijn er ${String(refusal.units)}. Maak je bericht hierboven wat korter; dan neem ik het alsnog mee.`,
  'too-long': (refusal) =>
    `Dit past er niet meer in: alles samen is het ${String(refusal.units)} tekens, en er is plaats voor ${String(refusal.limit)}. Je kunt je bericht hierboven bewerken tot het past, of iets bewaren voor een volgende vraag.`,
  'too-many-voices': (refusal) =>
    `Er passen ${String(refusal.limit)} spraakberichten in een antwoord. Dit bericht telt niet mee.`,
  'too-many-picks': (refusal) => `Kies er hoogstens ${String(refusal.limit)}. Tik er eerst een weg.`,
  'photo-not-here': () => 'Een foto kan alleen bij een vraag die je in je eigen woorden beantwoordt.',
  'one-photo': () => 'Er zit al een foto bij dit antwoord; eentje kan mee. Wil je een andere? Tik op [Opnieuw].',
  'media-unsupported': () =>
    'Foto’s, stickers en bestanden kan ik niet meenemen in een antwoord. Typ het, of spreek het in.',
  'forwarded-unsupported': () => 'Doorgestuurde berichten neem ik niet mee. Zeg het liever in je eigen woorden.',
  'unknown-command': () => 'Dat commando ken ik niet. Bij /help staat wat er kan.',
  'edit-too-late': () => 'Dit antwoord is al open. Je wijziging telt niet meer mee.',
  'unknown-city': () => 'Die plaats ken ik niet. Typ een grotere stad in de buurt, bijvoorbeeld Brussel of Toronto.',
  'zone-offset': () =>
    'Aan een verschil in uren zie ik niet wanneer bij jou de zomertijd begint. Typ liever een stad in de buurt, bijvoorbeeld Brussel of Toronto.',
  'unknown-hour': () => 'Dat uur begrijp ik niet. Typ het bijvoorbeeld als 19:30, of als half acht.',
  'hour-in-quiet': (refusal) =>
    `${minuteOfDay(refusal.minute)} valt in je stille uren (${minuteOfDay(refusal.quiet.fromMinute)}–${minuteOfDay(refusal.quiet.untilMinute)}). Kies een ander uur, of verzet eerst je stille uren.`,
  'unknown-quiet-hours': () => 'Die uren begrijp ik niet. Typ ze bijvoorbeeld als 22:00-08:00.',
  'quiet-over-hour': (refusal) =>
    `Dan valt jouw uur, ${minuteOfDay(refusal.minute)}, in de stilte. Kies andere stille uren, of verzet eerst je uur.`,
  'unknown-date': () => 'Die dag begrijp ik niet. Typ hem bijvoorbeeld als 12 december, of als 12-12.',
  'date-past': () => 'Die dag is al voorbij. Typ een dag die nog komt.',
  'date-too-far': () => 'Dat is meer dan een jaar weg. Kies een dag dichterbij, of zet het ritme op rust.',
  'replied-already': () => 'Je reactie is al verstuurd. Praat gerust samen verder.',
  'reaction-sent-already': () =>
    'Je reactie is al verstuurd, dus dit bericht gaat niet mee. Praat gerust samen verder.',
  'breather-needs-two': () =>
    'Een adempauze neem je met z’n tweeën, en je bent nu met niemand gekoppeld. Neem gerust even rust; hier gebeurt niets tot jij iets doet.',
  'in-breather': () => 'Het is adempauze. Je vraag blijft staan; daarna kun je verder.',
  'breather-full': () =>
    'Langer gaat niet meer. Zodra de tijd om is, vraag ik hoe het gaat; terugkomen hoeft dan niet.',
  'line-too-long': (refusal) =>
    `Eén zin is genoeg: hoogstens ${String(refusal.limit)} tekens, dit zijn er ${String(refusal.units)}.`,
  'listening-needs-two': () =>
    'Luisteren doe je met z’n tweeën, en je bent nu met niemand gekoppeld. Met /uitnodigen krijg je een link voor je partner.',
  'in-listening': () => 'Jullie zijn in gesprek. Wat er stond, blijft staan; daarna kun je ermee verder.',
  'say-it-aloud': () => 'Jullie zitten bij elkaar: zeg het hardop. Wat je hier typt, leest niemand.',
  'tap-only': () => 'Hier hoef je niets te typen. Tik op wat past.',
  'voice-too-long': (refusal) =>
    `Dit is te lang om in één keer te horen: hoogstens ${String(Math.round(refusal.seconds / 60))} minuten per stuk. Dit bericht telt niet mee.`,
  'edit-after-delivery': () => 'Dit is al aangekomen. Je wijziging telt niet meer mee.',
  'gave-today': () => 'Vandaag gaf je er al een. Morgen kan het weer.',
  'postcard-given': () => 'Dit kaartje is al gegeven. Je wijziging telt niet meer mee.',
  'line-typed-only': () => 'Deze ene zin typ je. Inspreken kan later weer.',
  'nothing-kept': () => 'Ik bewaar nog niets van je, behalve in welke taal ik je antwoord.',
  'listen-too-soon': ({ minutes }) =>
    `Je vroeg dit net al. ${minutes > 90 ? `Over ${String(Math.ceil(minutes / 60))} uur` : minutes === 1 ? 'Over een minuut' : `Over ${String(minutes)} minuten`} kan het weer. Of vraag het gewoon zelf, als jullie elkaar zien.`,
  'too-many-plans': () => 'Vandaag stelde je al een paar afspraken voor. Morgen kan het weer.',
  'export-too-soon': ({ minutes }) =>
    `Je hebt je gegevens net gekregen. Over ${String(minutes)} ${minutes === 1 ? 'minuut' : 'minuten'} kan het opnieuw.`,
};
