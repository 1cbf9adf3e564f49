CREATE SEQUENCE "public"."book_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."outbox_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."people_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."room_row_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "alone" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"wake_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "book" (
	"id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"asked_at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canaries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chat_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "couples" (
	"id" bigint PRIMARY KEY NOT NULL,
	"key_id" bigint NOT NULL,
	"wake_at" bigint,
	"has_open_round" boolean NOT NULL,
	"member_count" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"lookup" "bytea" PRIMARY KEY NOT NULL,
	"couple_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys_to_erase" (
	"key_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leader" (
	"id" bigint PRIMARY KEY NOT NULL,
	"epoch" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"couple_id" bigint NOT NULL,
	"seat" integer NOT NULL,
	CONSTRAINT "members_two_seats" CHECK (seat in (0, 1))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"queue" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"method" text NOT NULL,
	"card" text,
	"target_id" bigint,
	"due_at" bigint NOT NULL,
	"not_before" bigint,
	"drop_after" bigint,
	"local_date" text,
	"is_nudge" boolean NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempted_at" bigint,
	"settled_at" bigint,
	"keep_until" bigint,
	"message_id" bigint,
	"payload" "bytea"
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY NOT NULL,
	"lookup" "bytea" NOT NULL,
	"key_id" bigint NOT NULL,
	"has_consented" boolean NOT NULL,
	"touched_at" bigint NOT NULL,
	"is_silenced" boolean DEFAULT false NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "people_lookup_unique" UNIQUE("lookup")
);
--> statement-breakpoint
CREATE TABLE "room_rows" (
	"id" bigint PRIMARY KEY NOT NULL,
	"couple_id" bigint,
	"queue" bigint NOT NULL,
	"is_flying" boolean DEFAULT false NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"is_last" boolean DEFAULT false NOT NULL,
	"payload" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"lookup" "bytea" PRIMARY KEY NOT NULL,
	"couple_id" bigint NOT NULL,
	CONSTRAINT "rooms_couple_id_unique" UNIQUE("couple_id")
);
--> statement-breakpoint
CREATE TABLE "seen_updates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seen_updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bot" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alone" ADD CONSTRAINT "alone_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book" ADD CONSTRAINT "book_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_couple_id_couples_id_fk" FOREIGN KEY ("couple_id") REFERENCES "public"."couples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_couple_id_couples_id_fk" FOREIGN KEY ("couple_id") REFERENCES "public"."couples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_rows" ADD CONSTRAINT "room_rows_couple_id_couples_id_fk" FOREIGN KEY ("couple_id") REFERENCES "public"."couples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_couple_id_couples_id_fk" FOREIGN KEY ("couple_id") REFERENCES "public"."couples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alone_due" ON "alone" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "book_of" ON "book" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "book_until" ON "book" USING btree ("until");--> statement-breakpoint
CREATE INDEX "chat_messages_of" ON "chat_messages" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "couples_due" ON "couples" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "couples_open_round" ON "couples" USING btree ("id") WHERE has_open_round;--> statement-breakpoint
CREATE INDEX "couples_of_nobody" ON "couples" USING btree ("id") WHERE member_count = 0;--> statement-breakpoint
CREATE INDEX "invites_couple" ON "invites" USING btree ("couple_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_seats" ON "members" USING btree ("couple_id","seat");--> statement-breakpoint
CREATE INDEX "outbox_ready" ON "outbox" USING btree ("queue","due_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_flying" ON "outbox" USING btree ("person_id","queue") WHERE state = 'flying';--> statement-breakpoint
CREATE INDEX "outbox_unsettled" ON "outbox" USING btree ("person_id","queue","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "outbox_cards" ON "outbox" USING btree ("person_id","card");--> statement-breakpoint
CREATE INDEX "outbox_messages" ON "outbox" USING btree ("person_id","message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_targets" ON "outbox" USING btree ("target_id") WHERE target_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_settled" ON "outbox" USING btree ("keep_until") WHERE keep_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_one_prompt_a_day" ON "outbox" USING btree ("person_id","local_date") WHERE local_date is not null;--> statement-breakpoint
CREATE INDEX "people_strangers" ON "people" USING btree ("touched_at") WHERE not has_consented;--> statement-breakpoint
CREATE INDEX "room_rows_due" ON "room_rows" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "room_rows_queue" ON "room_rows" USING btree ("queue","id");--> statement-breakpoint
CREATE INDEX "room_rows_of" ON "room_rows" USING btree ("couple_id") WHERE couple_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "seen_updates_once" ON "seen_updates" USING btree ("bot","update_id");