CREATE TABLE `canaries` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `couples` (
	`id` integer PRIMARY KEY NOT NULL,
	`key_id` integer NOT NULL,
	`wake_at` integer,
	`has_open_round` integer NOT NULL,
	`member_count` integer NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `couples_due` ON `couples` (`wake_at`) WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX `couples_open_round` ON `couples` (`id`) WHERE has_open_round = 1;--> statement-breakpoint
CREATE INDEX `couples_of_nobody` ON `couples` (`id`) WHERE member_count = 0;--> statement-breakpoint
CREATE TABLE `invites` (
	`lookup` blob PRIMARY KEY NOT NULL,
	`couple_id` integer NOT NULL,
	FOREIGN KEY (`couple_id`) REFERENCES `couples`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invites_couple` ON `invites` (`couple_id`);--> statement-breakpoint
CREATE TABLE `keys_to_erase` (
	`key_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `members` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`couple_id` integer NOT NULL,
	`seat` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`couple_id`) REFERENCES `couples`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "members_two_seats" CHECK(seat in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_seats` ON `members` (`couple_id`,`seat`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`queue` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`method` text NOT NULL,
	`card` text,
	`target_id` integer,
	`due_at` integer NOT NULL,
	`not_before` integer,
	`drop_after` integer,
	`local_date` text,
	`is_nudge` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`attempted_at` integer,
	`settled_at` integer,
	`keep_until` integer,
	`message_id` integer,
	`payload` blob,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outbox_ready` ON `outbox` (`queue`,`due_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_flying` ON `outbox` (`person_id`,`queue`) WHERE state = 'flying';--> statement-breakpoint
CREATE INDEX `outbox_unsettled` ON `outbox` (`person_id`,`queue`,`id`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `outbox_cards` ON `outbox` (`person_id`,`card`);--> statement-breakpoint
CREATE INDEX `outbox_messages` ON `outbox` (`person_id`,`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX `outbox_targets` ON `outbox` (`target_id`) WHERE target_id is not null;--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`keep_until`) WHERE keep_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_one_prompt_a_day` ON `outbox` (`person_id`,`local_date`) WHERE local_date is not null;--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lookup` blob NOT NULL,
	`key_id` integer NOT NULL,
	`has_consented` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_lookup_unique` ON `people` (`lookup`);--> statement-breakpoint
CREATE INDEX `people_strangers` ON `people` (`touched_at`) WHERE has_consented = 0;--> statement-breakpoint
CREATE TABLE `seen_updates` (
	`id` integer PRIMARY KEY NOT NULL,
	`bot` integer NOT NULL,
	`update_id` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seen_updates_once` ON `seen_updates` (`bot`,`update_id`);