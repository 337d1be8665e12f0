extension ScenarioTemplate {
  static let smallText = #"""
    # yaml-language-server: $schema=./busyhour.schema.json
    # Eight lines are a scenario. `busyhour check` prints what is assumed where the file is silent.
    busyhour: 1
    name: Front desk
    open: Mon-Fri 08:00-18:00   # opening hours; 24/7 is one, too
    calls: 1000/day             # or 7000/week, 120/h, or {file: counts.csv}
    handle: 5m                  # talk and hold time, on average
    agents: 19                  # people scheduled
    shrinkage: 30%              # of them away: breaks, meetings, vacation, sickness
    target: 90% in 20s          # answered within three rings

    """#

  static let clinicText = #"""
    # yaml-language-server: $schema=./busyhour.schema.json
    # The patient line of a fertility clinic: four kinds of calls, two teams, four weeks with Thanksgiving in them.
    # "Brief" marks the figures of the product brief; "assumed" marks ours: replace those with your own.
    busyhour: 1
    name: Clinic, baseline
    timezone: America/Los_Angeles           # brief: Pacific time
    open: Mon-Fri 08:00-18:00               # brief: service hours of the line
    period: 2026-11-23..2026-12-20          # four weeks, the 28-day window of the brief's KPIs
    closed: [2026-11-26, 2026-11-27]        # Thanksgiving and the day after
    interval: 30m

    demand:
      volume: 1000/day                      # brief: 1,000 calls a day
      weekday: {Mon: 1.25, Tue: 1.05, Wed: 0.95, Thu: 0.90, Fri: 0.85}   # assumed: Mondays carry the weekend
      profile: double-peak                  # assumed: late morning and early afternoon
      mix: {scheduling: 45%, billing: 25%, insurance: 20%, clinical: 10%}   # assumed

    patience: 3m                            # assumed: callers of published centers wait 2 to 4 minutes

    queues:
      scheduling: {handle: 4m30s}           # brief: routine calls take 4 to 7 minutes
      billing: {handle: 6m}
      insurance: {handle: 7m}
      clinical:
        handle: {mean: 14m, p90: 18m}       # brief: triage takes 10 to 18 minutes
        priority: high                      # a patient with symptoms goes first

    shifts:                                 # assumed: two overlapping shifts of 8.5 hours, one hour of pauses each
      early: {hours: 07:45-16:15, lunch: 30m between 11:00 and 13:30, breaks: 2 x 15m}
      late: {hours: 09:30-18:00, lunch: 30m between 12:00 and 14:30, breaks: 2 x 15m}

    teams:
      front:                                # routine calls
        shifts: {early: 13, late: 11}       # assumed: as few as meet the targets below
        skills: [scheduling, billing, insurance]
        cost: $22/h                         # assumed
      nurses:                               # triage needs a licence
        shifts: {early: 6, late: 5}
        skills: [clinical]
        cost: $48/h                         # assumed

    shrinkage:                              # brief: 25 to 30% with breaks; the breaks are in the shifts above
      planned: {vacation: 8%, training: 3%, meetings: 2%, coaching: 2%}
      unplanned: {sick: 3%}

    targets:
      service_level: 90% in 20s             # brief: 90% within 3 rings
      asa: at most 20s                      # brief
      abandonment: at most 5%               # assumed: the trade's usual limit
      cost_per_contact: $3 to $10           # brief
      # The brief's occupancy of 75% to 85% is not among them: two small teams that answer 90% in 20 seconds are busy
      # about half of the time. One pool, or chat and email between calls, would raise it.

    """#

  static let careconnectText = #"""
    # yaml-language-server: $schema=./busyhour.schema.json
    # A healthcare line around the clock: 1,000 calls a day, one pool of people who take routine calls and clinical triage.
    busyhour: 1
    name: CareConnect 24/7
    timezone: America/New_York
    open: 24/7
    interval: 30m
    calls: 1000/day
    profile: # expected calls of each half hour, midnight first; 60.7 in the busiest hour
      [16.5, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.2, 16.3, 16.4,
       16.6, 17.0, 17.8, 19.2, 21.2, 23.7, 26.5, 28.8, 30.3, 30.4, 29.2, 27.3,
       25.2, 23.7, 23.1, 23.5, 24.7, 26.1, 27.4, 28.2, 28.2, 27.3, 25.8, 23.9,
       21.9, 20.2, 18.7, 17.7, 17.1, 16.7, 16.4, 16.3, 16.3, 16.2, 16.2, 16.2]
    mix: {routine: 55%, triage: 45%}
    queues:
      routine: {handle: 5m30s}    # 4 to 7 minutes
      triage: {handle: 14m}       # 10 to 18 minutes
    patience: 3m
    staffing: solve               # as many people as the target needs, interval by interval
    shrinkage: 28%                # 25 to 30% is usual in healthcare
    targets:
      service_level: 90% in 20s
      staffed: 18 to 26           # people scheduled in the busiest half hour

    """#
}
