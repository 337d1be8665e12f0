@main struct BusyHour { static func main() {} }
