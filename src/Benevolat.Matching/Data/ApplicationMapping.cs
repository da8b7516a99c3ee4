using Benevolat.Matching.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Matching.Data;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("applications");
        application.Property(row => row.Id).ValueGeneratedNever();
        application.Property(row => row.Version).IsConcurrencyToken();
        application.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        application.Property(row => row.DeclinedFor).HasConversion<string>().HasMaxLength(40);
        application.Property(row => row.WithdrawnFor).HasConversion<string>().HasMaxLength(40);
        application.Property(row => row.Message).HasMaxLength(Application.LongestMessage);
        application.Property(row => row.AnswerMessage).HasMaxLength(Application.LongestMessage);
        application.Property(row => row.GroupName).HasMaxLength(120);
        application.Property(row => row.PromiseStep).HasConversion<string>().HasMaxLength(20);
        application.Property(row => row.Turn).HasConversion<string>().HasMaxLength(12);
        application.Property(row => row.TakenUpBy).HasMaxLength(100);

        application.HasIndex(row => new { row.VolunteerId, row.MissionId })
            .IsUnique()
            .HasDatabaseName(MatchingDb.OneLiveApplication)
            .HasFilter("state IN ('Submitted', 'Acknowledged', 'InDiscussion', 'Accepted')");
        application.HasIndex(row => new { row.VolunteerId, row.Id });
        application.HasIndex(row => new { row.OrganisationId, row.AnswerBy, row.Id });
        application.HasIndex(row => row.MissionId);

        // The clocks: only those that run.
        application.HasIndex(row => row.NextStepAt).HasFilter("next_step_at IS NOT NULL");
        application.HasIndex(row => row.OfferExpiresAt).HasFilter("offer_expires_at IS NOT NULL");
        application.HasIndex(row => new { row.MissionId, row.WaitingSince, row.Id }).HasFilter("waiting_since IS NOT NULL");
        application.HasIndex(row => row.HandedOverAt).HasFilter("handed_over_at IS NOT NULL");
    }
}

internal sealed class ThreadMessageMapping : IEntityTypeConfiguration<ThreadMessage>
{
    public void Configure(EntityTypeBuilder<ThreadMessage> message)
    {
        message.ToTable("messages");
        message.Property(row => row.Id).ValueGeneratedNever();
        message.Property(row => row.Text).HasMaxLength(Application.LongestMessage);
        message.HasIndex(row => new { row.ApplicationId, row.Id });
        message.HasOne<Application>().WithMany().HasForeignKey(row => row.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReckoningDueMapping : IEntityTypeConfiguration<ReckoningDue>
{
    public void Configure(EntityTypeBuilder<ReckoningDue> due) => due.ToTable("reckonings_due");
}

internal sealed class AllocationMapping : IEntityTypeConfiguration<PlaceAllocation>
{
    public void Configure(EntityTypeBuilder<PlaceAllocation> allocation)
    {
        // The last line of defence behind the domain's own rule.
        allocation.ToTable("allocations", table => table.HasCheckConstraint("ck_allocations_not_below_zero", "places >= 0 AND taken >= 0"));
        allocation.HasKey(row => row.MissionId);
        allocation.Property(row => row.MissionId).ValueGeneratedNever();
        allocation.Property(row => row.Version).IsConcurrencyToken();
    }
}
