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
    # A fertility clinic: phone, chat and email; scheduling, billing, insurance and clinical questions; three tiers; four weeks
    # with Thanksgiving in them, and an emergency line on weekends.
    # "Brief" marks the figures of the product brief; "assumed" marks ours: replace those with your own.
    busyhour: 1
    name: Clinic, baseline
    timezone: America/Los_Angeles           # brief: Pacific time
    open:
      - Mon-Fri 08:00-18:00                 # brief: service hours of the line
      - Sat-Sun 09:00-17:00                 # the emergency line alone; hours assumed
    period: 2026-11-23..2026-12-20          # four weeks, the 28-day window of the brief's KPIs
    closed: [2026-11-26, 2026-11-27]        # Thanksgiving and the day after
    interval: 30m

    demand:
      volume: 5060/week                     # brief: 1,000 contacts on an average weekday; 30 on a day of the weekend assumed
      weekday: {Mon: 1.1, Tue: 1.04, Wed: 1.0, Thu: 0.95, Fri: 0.91, Sat: 0.03, Sun: 0.03}   # assumed: Mondays carry the weekend
      profile: double-peak                  # assumed: late morning and early afternoon
      profiles: {Sat-Sun: flat}
      uncertainty: 4%                       # assumed: how far the forecast of four weeks is off
      busyness: 5%                          # assumed: and a day, beside it
      mix:                                  # assumed: 70% phone, 18% chat, 12% email
        scheduling: 34%
        billing: 17%
        insurance: 14%
        clinical: 5%
        chat: 18%
        email: 11%
        doctor: 0%                          # by transfer alone
        emergency: 1%                       # all of a weekend's calls
        care plans: 0%                      # these by escalation, complaint or review alone
        medical board: 0%
        supervisors: 0%
        managers: 0%
        reviews: 0%

    patience: 3m                            # assumed: callers of published centers wait 2 to 4 minutes
    redial: {chance: 30%, after: exp 12m}   # assumed
    trunks: 40                              # assumed

    # What comes of a talk. The brief gives the levels to reach (FCR 75-80%, CSAT 95%, 98% right appointments, a quality score
    # of 92%, NPS of 40 to 60); how waits and transfers cost satisfaction is assumed.
    resolved: 80%
    repeats: {share: 35%, after: exp 2d}
    surveyed: 25%
    satisfaction: {5: 72%, 4: 24%, 3: 2.5%, 2: 1%, 1: 0.5%}
    recommendation: {10: 36%, 9: 26%, 8: 17%, 7: 10%, 6: 4%, 5: 3%, 3: 2%, 1: 1%, 0: 1%}
    quality: {passed: 93.5%, checked: 10%, criteria: 20}          # brief: 10 to 20% of the talks are checked
    outcomes_when:
      - {settled: no, satisfaction: {5: 46%, 4: 44%, 3: 6%, 2: 3%, 1: 1%}, recommendation: {10: 15%, 9: 20%, 8: 25%, 7: 20%, 6: 10%, 3: 10%}}
      - {waited: 3m, satisfaction: {5: 50%, 4: 40%, 3: 6%, 2: 3%, 1: 1%}}
      - {transfers: 1, satisfaction: {5: 60%, 4: 33%, 3: 5%, 2: 1%, 1: 1%}}
      - {hired_within_weeks: 13, passed: 85%}                   # brief: 85% of new people, 92% of the others

    queues:
      scheduling:
        days: Mon-Fri
        self_service: {contained: 22%, time: 50s}               # assumed: opening hours, directions, confirmations
        handle: 4m                          # brief: routine calls take 4 to 7 minutes
        transfer: {to: clinical, share: 2%}
        accurate: 98.5%
        review: {share: 10%, to: reviews}
        target: 85% in 20s                  # assumed, as for billing and insurance
      billing:
        days: Mon-Fri
        self_service: {contained: 18%, time: 60s}               # assumed: balance and payment
        handle: 5m30s
        resolved: 77%
        refunds: {share: 4%, mean: 60, cv: 1.2}                 # assumed
        escalate: {to: supervisors, refund_above: 50}           # brief: authority of 50, then of 500
        complaints: {share: 3%, to: supervisors}                # assumed
        review: {share: 10%, to: reviews}
        target: 80% in 20s
      insurance:
        days: Mon-Fri
        self_service: {contained: 12%, time: 60s}               # assumed
        handle: 6m30s
        transfer: {to: billing, share: 6%}
        resolved: 76%
        escalate: {to: supervisors, share: 0.3%}                # assumed: potential harm
        complaints: {share: 3%, to: supervisors}                # assumed
        review: {share: 10%, to: reviews}
        target: 80% in 20s
      clinical:                             # tier 2: triage by nurses
        days: Mon-Fri
        handle: {mean: 14m, p90: 18m}       # brief: triage takes 10 to 18 minutes
        priority: high                      # a patient with symptoms goes first
        transfer: {to: doctor, share: 5%}
        escalate:
          - {to: care plans, share: 6%}     # assumed
          - {to: supervisors, share: 0.5%}  # assumed: potential harm
        resolved: 70%                       # brief: 60 to 70% of triage
        review: {share: 100%, to: reviews}
        quality: {passed: 94%, checked: 100%, criteria: 20}     # brief: all compliance-critical talks are checked
        target: 85% in 20s
      chat:
        days: Mon-Fri
        channel: chat
        handle: 8m                          # assumed
        concurrency: {limit: 2, slowdown: 25%}                  # brief: a chat weighs 0.6 of a call
        patience: 2m
        target: 80% in 60s
      email:
        days: Mon-Fri
        channel: email
        handle: 4m                          # brief: an email weighs 0.4 of a call
        target: 95% in 4h                   # brief: answered within 4 hours
      doctor:                               # tier 3
        days: Mon-Fri
        handle: 8m
        priority: 0
        patience: 10m
        resolved: 95%
        target: 85% in 5m
      care plans:                           # tier 2, what cannot be answered at once
        channel: portal
        handle: 15m                         # assumed
        due: {answered: 2h, done: 24h}      # brief: acknowledged in 2 hours, a plan in 24
        escalate: {to: medical board, share: 10%}               # assumed
        target: 95% in 4h                   # assumed
      medical board:                        # tier 3
        channel: portal
        handle: 20m                         # assumed
        due: {done: 72h}                    # brief: within 72 hours
        target: 95% in 8h                   # assumed
      supervisors:                          # complaints, refunds, potential harm
        channel: portal
        handle: 10m                         # assumed
        priority: 0
        resolved: 85%                       # assumed: of complaints
        due: {answered: 30m, done: 24h}     # brief: harm within 30 minutes, matters of safety settled in 24 hours
        escalate: {to: managers, refund_above: 500}
        target: 80% in 30m
      managers:
        channel: portal
        handle: 15m                         # assumed
        due: {done: 72h}
        target: 95% in 8h                   # assumed
      reviews:                              # supervisors' checks of recordings
        channel: portal
        handle: 4m                          # assumed
        priority: low
        target: 80% in 8h                   # assumed
      emergency:
        days: Sat-Sun
        handle: {mean: 14m, p90: 18m}
        priority: 0
        resolved: 85%
        repeats: {share: 10%, after: exp 4h}
        target: 90% in 20s

    shifts:                                 # assumed: two overlapping shifts of 8.5 hours, one hour of pauses each
      early: {days: Mon-Fri, hours: 07:45-16:15, lunch: 30m between 11:00 and 13:30, breaks: 2 x 15m}
      late: {days: Mon-Fri, hours: 09:30-18:00, lunch: 30m between 12:00 and 14:30, breaks: 2 x 15m}
      weekend: {days: Sat-Sun, hours: 08:45-17:15, breaks: 2 x 15m}

    teams:
      front:                                # tier 1: everything but triage; email when the phone leaves time for it
        shifts: {early: 9, late: 8}         # assumed: as few as meet the targets below
        skills: {scheduling: 1, billing: 1, insurance: 1, chat: 1, email: {level: 2, keeps_free: 1}}
        cost: $22/h                         # assumed
        newcomers: {count: 1, weeks: 2}     # assumed: out of the classroom, under supervision
        attrition: {weekly: 0.6%, replaced_after: 3}            # assumed: three in ten a year
      nurses:                               # tier 2: triage needs a licence; they help with routine calls while they are free
        shifts: {early: 3, late: 3}
        skills: {clinical: 1, care plans: 2, scheduling: {level: 2, keeps_free: 1}, billing: {level: 2, keeps_free: 1}, insurance: {level: 2, keeps_free: 1}}
        cost: $48/h                         # assumed
        shrinkage: {unplanned: {sick: 3%}}  # their training is at the weekend
      doctors:                              # tier 3, on call
        agents: {08:00-18:00: 1}
        skills: {doctor: 1, medical board: 2}
        cost: $110/h                        # assumed
        shrinkage: {unplanned: {sick: 2%}}
      supervisors:
        shifts: {early: 1, late: 1}
        skills:                             # they take calls that wait too long
          supervisors: 1
          managers: 1
          reviews: 3
          scheduling: {level: 2, after: 15s}
          billing: {level: 2, after: 15s}
          insurance: {level: 2, after: 15s}
        cost: $32/h                         # assumed
        shrinkage: {unplanned: {sick: 3%}}
      on call:                              # nurses at the weekend
        shifts: {weekend: 3}
        skills: [emergency]
        cost: $48/h                         # assumed
        shrinkage: {unplanned: {sick: 2%}}

    shrinkage:                              # brief: 25 to 30% with breaks; the breaks are in the shifts above
      planned: {vacation: 4%, training: 3%, meetings: 2%}
      unplanned: {sick: 3%}
    conduct:                                # assumed
      late: {chance: 6%, by: 4m}
      overrun: {chance: 10%, by: 2m}
      strays: {every: 4h, for: 3m}
    onboarding:                             # brief: a five-week programme, 80 to 120 hours over 90 days; its stages are assumed
      - {weeks: 2, training: 100%}          # 2 x 42 h
      - {weeks: 3, training: 15%, handle: x1.4, resolved: x0.93, reviewed: 50%}    # 3 x 6 h under supervision
      - {weeks: 8, training: 3%, handle: x1.15}                 # 8 x 1.2 h
    activities:
      - {name: coaching, days: Mon-Fri, from: 15:00, for: 30m, people: 1, teams: [front], with: supervisors}       # assumed

    costs:
      premiums: {weekend: {days: Sat-Sun, share: 25%}}          # assumed
      overtime: 50%                         # assumed
      seat: $75/month                       # brief: 30 to 120 a month
      crm: $95/month                        # brief: 40 to 150 a month
      training: $1000/year                  # brief: 600 to 1,500 an agent a year
      telephony: $0.02/min                  # assumed

    targets:
      service_level: 90% in 20s             # brief: 90% within 3 rings
      staffed: 18 to 26                     # brief: 18 to 22 for one pool; small tiers, a doctor and two supervisors need more
      abandonment: at most 6%               # assumed: the trade's usual limit is 5 to 8%
      fcr: at least 75%                     # brief
      csat: at least 90%                    # brief
      csat_mean: at least 4.5               # brief
      accuracy: at least 98%                # brief
      qa_score: at least 92%                # brief
      nps: 40 to 60                         # brief
      cost_per_contact: $3 to $10           # brief
      escalations_in_time: at least 80%     # brief
      adherence: at least 90%               # assumed: the trade's usual limit
    run: {replications: 100, seed: 1}

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
