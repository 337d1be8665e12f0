extension Migration {
  /// What spares readers of long logs most of the segments, see `SegmentGuide`: rows follow from segments, and any may be
  /// missing.
  static let addGuides = Migration(
    name: "add guides to segments",
    script: """
      CREATE TABLE segment_guide(
        run INTEGER NOT NULL,
        replication INTEGER NOT NULL,
        first_position INTEGER NOT NULL,
        links BLOB NOT NULL,
        state BLOB NOT NULL,
        UNIQUE (run, replication, first_position)
      ) STRICT;
      """)
}
