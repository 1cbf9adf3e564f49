CREATE TABLE `room_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`couple_id` integer,
	`queue` integer NOT NULL,
	`is_flying` integer DEFAULT false NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`payload` blob NOT NULL,
	FOREIGN KEY (`couple_id`) REFERENCES `couples`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `room_rows_due` ON `room_rows` (`due_at`);--> statement-breakpoint
CREATE INDEX `room_rows_queue` ON `room_rows` (`queue`,`id`);--> statement-breakpoint
CREATE INDEX `room_rows_of` ON `room_rows` (`couple_id`) WHERE couple_id is not null;--> statement-breakpoint
CREATE TABLE `rooms` (
	`lookup` blob PRIMARY KEY NOT NULL,
	`couple_id` integer NOT NULL,
	FOREIGN KEY (`couple_id`) REFERENCES `couples`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_couple_id_unique` ON `rooms` (`couple_id`);